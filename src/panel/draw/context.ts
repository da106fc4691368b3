import type { Measure } from '../shape/truncate.ts';

/**
 * Fits a canvas to a size in CSS pixels at the screen's density and clears it.
 *
 * @returns null where there is no canvas to draw on
 */
export function preparedContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number
): CanvasRenderingContext2D | null {
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext('2d');
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  return context;
}

let measuring: CanvasRenderingContext2D | null = null;

/** Measures texts in a font. */
export function textMeasure(font: string): Measure {
  measuring ??= document.createElement('canvas').getContext('2d');
  const context = measuring;
  return (text) => {
    if (context === null) {
      return 0;
    }
    context.font = font;
    return context.measureText(text).width;
  };
}
