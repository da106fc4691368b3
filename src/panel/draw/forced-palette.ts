import type { FillStyle, Palette } from './palette.ts';

/** Weak on black and on white; no system colour lets through what is below it. */
const veil = 'rgba(128, 128, 128, 0.4)';

/**
 * Colours where the person's system chooses them (forced colours, such as Windows' contrast themes): the browser leaves a
 * canvas alone, so the theme's own colours could stand on any background. Patterns do what colours cannot.
 */
export function forcedPalette(font: string): Palette {
  const plain = (color: string): FillStyle => ({ color, isHatched: false });
  const hatched = (color: string): FillStyle => ({ color, isHatched: true });
  return {
    fills: {
      target: plain('Highlight'),
      'target-muted': hatched('GrayText'),
      'baseline-area': hatched('CanvasText'),
      special: hatched('Highlight'),
      more: plain('CanvasText'),
      less: hatched('CanvasText'),
    },
    strokes: { baseline: 'CanvasText', target: 'Highlight', grid: veil, axis: 'CanvasText' },
    inks: { text: 'CanvasText', weak: 'CanvasText', new: 'CanvasText', gone: 'CanvasText' },
    focus: 'CanvasText',
    hover: veil,
    font,
    halo: 'Canvas',
  };
}
