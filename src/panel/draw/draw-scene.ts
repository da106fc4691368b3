import type { Mark, Scene } from '../shape/scene.ts';
import type { FillStyle, Palette } from './palette.ts';

/** Distance of the lines of a hatching, in pixels. */
const hatchDistance = 5;

function drawRect(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'rect' }>, style: FillStyle): void {
  const { x, y, width, height } = mark;
  context.fillStyle = style.color;
  if (!style.isHatched || width < 2 || height < 2) {
    context.fillRect(x, y, width, height);
    return;
  }
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.globalAlpha = 0.25;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = style.color;
  context.lineWidth = 1.5;
  context.beginPath();
  // Lines are anchored at the canvas, so that the pattern runs through neighbouring cells.
  const first = Math.floor((x + y) / hatchDistance) * hatchDistance;
  for (let at = first; at < x + y + width + height + hatchDistance; at += hatchDistance) {
    context.moveTo(at - y, y);
    context.lineTo(at - y - height, y + height);
  }
  context.stroke();
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  context.restore();
}

function drawPath(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'path' }>, palette: Palette): void {
  const { points, lineWidth, stroke } = mark;
  // Lines of one pixel are drawn on the pixel, not between two.
  const shift = lineWidth % 2 === 1 ? 0.5 : 0;
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    context.lineTo((points[i] ?? 0) + shift, (points[i + 1] ?? 0) + shift);
  }
  context.lineJoin = 'miter';
  if (stroke === 'baseline') {
    context.strokeStyle = palette.halo;
    context.lineWidth = lineWidth + 2;
    context.globalAlpha = 0.6;
    context.stroke();
    context.globalAlpha = 1;
  }
  context.strokeStyle = palette.strokes[stroke];
  context.lineWidth = lineWidth;
  context.stroke();
}

function drawDot(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'dot' }>, palette: Palette): void {
  context.beginPath();
  context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  context.fillStyle = palette.halo;
  context.fill();
  context.strokeStyle = palette.strokes[mark.stroke];
  context.lineWidth = 1.5;
  context.stroke();
}

function drawText(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'text' }>, palette: Palette): void {
  context.font = palette.font;
  context.textBaseline = 'middle';
  context.textAlign = mark.align;
  context.fillStyle = palette.inks[mark.ink];
  context.fillText(mark.text, mark.x, mark.y);
}

/** Draws the marks of a scene, from back to front, on a canvas that was prepared for its size. */
export function drawScene(context: CanvasRenderingContext2D, { marks }: Scene, palette: Palette): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'rect':
        drawRect(context, mark, palette.fills[mark.fill]);
        break;
      case 'path':
        drawPath(context, mark, palette);
        break;
      case 'dot':
        drawDot(context, mark, palette);
        break;
      case 'text':
        drawText(context, mark, palette);
        break;
    }
  }
}

/** Draws what belongs to the item that is read: a veil over its area, and a ring when the keyboard is there. */
export function drawActive(
  context: CanvasRenderingContext2D,
  { items }: Scene,
  active: number | null,
  isKeyboard: boolean,
  palette: Palette
): void {
  const item = active === null ? undefined : items[active];
  if (item === undefined) {
    return;
  }
  const { x, y, width, height } = item.area;
  context.fillStyle = palette.hover;
  context.fillRect(x, y, width, height);
  if (isKeyboard) {
    context.strokeStyle = palette.focus;
    context.lineWidth = 2;
    context.strokeRect(x - 1, y + 1, Math.max(width + 1, 3), Math.max(height - 2, 2));
  }
}
