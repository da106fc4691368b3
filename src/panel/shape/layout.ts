/** A rectangle in the canvas's CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How much is shown, by the size of the panel: `full` everything, `medium` without the sentence and with fewer words,
 * `small` the shape and the verdict, `spark` the shape and a symbol.
 */
export type LayoutMode = 'full' | 'medium' | 'small' | 'spark';

/** The largest sizes (exclusive) of the modes, in CSS pixels: spec profile-panel section 2; full is ours. */
const sparkBelow = { width: 160, height: 80 };
const smallBelow = { width: 320, height: 180 };
const mediumBelow = { width: 480, height: 280 };

function isBelow(limit: { width: number; height: number }, width: number, height: number): boolean {
  return width < limit.width || height < limit.height;
}

export function layoutMode(width: number, height: number): LayoutMode {
  if (isBelow(sparkBelow, width, height)) {
    return 'spark';
  }
  return isBelow(smallBelow, width, height) ? 'small' : isBelow(mediumBelow, width, height) ? 'medium' : 'full';
}

/** What a histogram has beside its bars. */
export interface Furniture {
  /** Bars of special values; 0 when there are none or they are switched off. */
  readonly specials: number;
  readonly hasContributions: boolean;
}

export interface Layout {
  readonly mode: LayoutMode;
  /** Heights of the lines of text above the canvas. */
  readonly stripHeight: number;
  readonly sentenceHeight: number;
  readonly canvas: { readonly width: number; readonly height: number };
}

const stripHeights: Record<LayoutMode, number> = { full: 28, medium: 24, small: 20, spark: 0 };
/** A line of the sentence; a second one where the first does not hold it and the panel is high enough. */
const sentenceLine = 18;
const secondLineFrom = 340;

/**
 * Divides a panel of any size into text and canvas. No size is negative.
 *
 * @param sentenceWidth pixels that the sentence takes on one line
 */
export function layout(width: number, height: number, sentenceWidth = 0): Layout {
  const mode = layoutMode(width, height);
  const lines = mode !== 'full' ? 0 : sentenceWidth > width && height >= secondLineFrom ? 2 : 1;
  const [strip, sentence] = [stripHeights[mode], lines === 0 ? 0 : lines * sentenceLine + 4];
  const canvasHeight = Math.max(Math.floor(height) - strip - sentence, 0);
  return {
    mode,
    stripHeight: strip,
    sentenceHeight: sentence,
    canvas: { width: Math.max(Math.floor(width), 0), height: canvasHeight },
  };
}

/** The parts of a histogram's canvas. */
export interface HistogramParts {
  readonly plot: Rect;
  readonly special: Rect | null;
  readonly contribution: Rect | null;
  /** True where there is room for the values of axes. */
  readonly hasXAxis: boolean;
  readonly hasYAxis: boolean;
}

/** Widths and heights, in CSS pixels. */
const gutter = 44;
const specialWidth = 34;
const xAxisHeight = 22;
const titleHeight = 18;
const contributionHeights: Record<LayoutMode, number> = { full: 24, medium: 14, small: 0, spark: 0 };
/** Half a label of the x axis may reach beyond the last edge. */
const rightMargin = 18;

function rect(x: number, y: number, right: number, bottom: number): Rect {
  return { x, y, width: Math.max(right - x, 0), height: Math.max(bottom - y, 0) };
}

/** Divides a histogram's canvas. Every rectangle lies inside it, or has no area. */
export function histogramParts({ mode, canvas }: Layout, { specials, hasContributions }: Furniture): HistogramParts {
  const isLarge = mode === 'full' || mode === 'medium';
  const margin = mode === 'spark' ? 2 : 4;
  const hasXAxis = isLarge || (mode === 'small' && canvas.height >= 50);
  const top = isLarge ? titleHeight : margin;
  const stripHeight = hasContributions ? contributionHeights[mode] : 0;
  const bottom = canvas.height - (hasXAxis ? xAxisHeight : margin) - (stripHeight > 0 ? stripHeight + 4 : 0);
  const hasSpecials = isLarge && specials > 0;
  const specialRight = gutter + specials * specialWidth;
  const left = (hasSpecials ? specialRight + 8 : 0) + (isLarge ? gutter : margin);
  const right = Math.max(canvas.width - (isLarge ? rightMargin : margin), left);
  const plot = rect(Math.min(left, canvas.width), Math.min(top, canvas.height), right, bottom);
  return {
    plot: { ...plot, width: Math.min(plot.width, Math.max(canvas.width - plot.x, 0)) },
    special: hasSpecials ? rect(gutter, top, specialRight, bottom) : null,
    contribution: stripHeight > 0 ? rect(plot.x, bottom + 4, plot.x + plot.width, bottom + 4 + stripHeight) : null,
    hasXAxis,
    hasYAxis: isLarge,
  };
}
