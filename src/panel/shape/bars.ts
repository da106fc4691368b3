import type { BaselineStyle } from '../options.ts';
import { barHeight, type YMode } from './bar-heights.ts';
import type { DisplayBin, DisplayBins } from './display-bins.ts';
import type { Rect } from './layout.ts';
import type { Scale } from './scale.ts';
import type { Mark } from './scene.ts';

/** Where bars stand. */
export interface BarFrame {
  readonly bins: DisplayBins;
  readonly mode: YMode;
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Rect;
}

/** Bars at least this wide are set apart from their neighbours by a pixel. */
const gapFrom = 6;
/** Width of the line that stands for a value without width, of the target and of the baseline's outline around it. */
const spikeWidths = { target: 5, baseline: 11 } as const;
/** Distance of the dots that mark the baseline's outline, in pixels. */
const dotDistance = 40;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Pixels of a bin, whole so that neighbours neither overlap nor leave a seam; a spike around its value. */
export function binSpan({ xMin, xMax }: DisplayBin, x: Scale, side: 'target' | 'baseline'): Span {
  const [start, end] = [Math.round(x.toPixel(xMin)), Math.round(x.toPixel(xMax))];
  if (xMin < xMax) {
    return { start, end: Math.max(end, start + 1) };
  }
  const half = (spikeWidths[side] - 1) / 2;
  return { start: start - half, end: start + half + 1 };
}

/** The pixel of a bar's top. Whatever is not nothing is at least a pixel high. */
function top(height: number, { y, plot }: BarFrame): number {
  const floor = plot.y + plot.height;
  return height > 0 ? Math.min(y.toPixel(height), floor - Math.min(1, plot.height)) : floor;
}

/** The target's bars. */
export function targetBars(frame: BarFrame, fill: 'target' | 'target-muted'): readonly Mark[] {
  const floor = frame.plot.y + frame.plot.height;
  return frame.bins.bins.flatMap((bin): readonly Mark[] => {
    const { start, end } = binSpan(bin, frame.x, 'target');
    const y = top(barHeight(bin.target, bin, frame.mode, frame.bins), frame);
    const gap = end - start >= gapFrom ? 1 : 0;
    return y >= floor ? [] : [{ kind: 'rect', fill, x: start, y, width: end - start - gap, height: floor - y }];
  });
}

/** The outline of the baseline: a step line that returns to the floor at gaps and at both ends. */
function outline(frame: BarFrame): readonly number[] {
  const floor = frame.plot.y + frame.plot.height;
  const points: number[] = [];
  let last: number | null = null;
  for (const bin of frame.bins.bins) {
    const { start, end } = binSpan(bin, frame.x, 'baseline');
    const y = top(barHeight(bin.baseline, bin, frame.mode, frame.bins), frame);
    if (last !== start) {
      points.push(...(last === null ? [] : [last, floor]), start, floor);
    }
    points.push(start, y, end, y);
    last = end;
  }
  return last === null ? points : [...points, last, floor];
}

/** Dots on the outline, so that it is told from bars without colour too. */
function dots(frame: BarFrame): readonly Mark[] {
  const floor = frame.plot.y + frame.plot.height;
  let next = frame.plot.x + dotDistance / 2;
  return frame.bins.bins.flatMap((bin): readonly Mark[] => {
    const { start, end } = binSpan(bin, frame.x, 'baseline');
    const y = top(barHeight(bin.baseline, bin, frame.mode, frame.bins), frame);
    if (y >= floor || (start + end) / 2 < next) {
      return [];
    }
    next = (start + end) / 2 + dotDistance;
    return [{ kind: 'dot', stroke: 'baseline', x: (start + end) / 2, y, radius: 2.5 }];
  });
}

/** The baseline, as an outline with dots over the target or as an area behind it. */
export function baselineMarks(
  frame: BarFrame,
  style: BaselineStyle,
  isSpark: boolean
): { readonly behind: readonly Mark[]; readonly above: readonly Mark[] } {
  if (style === 'hidden' || frame.bins.bins.every(({ baseline }) => baseline === null)) {
    return { behind: [], above: [] };
  }
  const line: Mark = { kind: 'path', stroke: 'baseline', lineWidth: isSpark ? 1.5 : 2, points: outline(frame) };
  if (style === 'outline') {
    return { behind: [], above: isSpark ? [line] : [line, ...dots(frame)] };
  }
  const areas = frame.bins.bins.flatMap((bin): readonly Mark[] => {
    const { start, end } = binSpan(bin, frame.x, 'baseline');
    const y = top(barHeight(bin.baseline, bin, frame.mode, frame.bins), frame);
    const height = frame.plot.y + frame.plot.height - y;
    return height <= 0 ? [] : [{ kind: 'rect', fill: 'baseline-area', x: start, y, width: end - start, height }];
  });
  return { behind: areas, above: [{ ...line, lineWidth: 1 }] };
}
