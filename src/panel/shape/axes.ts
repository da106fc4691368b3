import { compactText, type Formatter, percent } from '../words/number.ts';
import type { YMode } from './bar-heights.ts';
import type { LayoutMode, Rect } from './layout.ts';
import type { Scale } from './scale.ts';
import type { Mark } from './scene.ts';
import { scaleTicks } from './scale-ticks.ts';
import { ticks } from './ticks.ts';
import type { Measure } from './truncate.ts';

/** Labels of an axis at most (profile-panel 39). */
export const mostTicks = 5;
/** Room between two labels of the x axis. */
const labelGap = 12;

const yLabels: Record<YMode, (value: number) => string> = { count: compactText, share: percent, density: compactText };

/** Grid lines with their values on the left, from zero. */
export function yAxis(y: Scale, mode: YMode, plot: Rect, layout: LayoutMode): readonly Mark[] {
  const { values } = ticks(y.domain, layout === 'full' ? mostTicks : 3);
  return values.flatMap((value): readonly Mark[] => {
    const pixel = Math.round(y.toPixel(value));
    const line = { kind: 'path', stroke: value === 0 ? 'axis' : 'grid', lineWidth: 1 } as const;
    return [
      { ...line, points: [plot.x, pixel, plot.x + plot.width, pixel] },
      { kind: 'text', ink: 'weak', text: yLabels[mode](value), x: plot.x - 6, y: pixel, align: 'right' },
    ];
  });
}

/** Values of the x axis with small marks. Labels that would touch the one before are left out. */
export function xAxis(
  x: Scale,
  plot: Rect,
  labelY: number,
  format: Formatter,
  measure: Measure,
  canvasWidth: number
): readonly Mark[] {
  const { values, decimals } = scaleTicks(x, mostTicks);
  const floor = plot.y + plot.height;
  let free = 0;
  return values.flatMap((value): readonly Mark[] => {
    const pixel = x.toPixel(value);
    const text = format.value(value, decimals);
    const half = measure(text) / 2;
    const centre = Math.max(Math.min(pixel, canvasWidth - half), half);
    const tick: Mark = { kind: 'path', stroke: 'axis', lineWidth: 1, points: [pixel, floor, pixel, floor + 4] };
    if (centre - half < free) {
      return [tick];
    }
    free = centre + half + labelGap;
    return [tick, { kind: 'text', ink: 'weak', text, x: centre, y: labelY, align: 'center' }];
  });
}

/** The one value of a column, under its line. */
export function singleValueAxis(value: number, x: Scale, labelY: number, format: Formatter): readonly Mark[] {
  const text = format.value(value);
  return [{ kind: 'text', ink: 'text', text, x: x.toPixel(value), y: labelY, align: 'center' }];
}

/** Width and height of the sign that the scale changes, in pixels. */
const breakSize = 5;

/** Where a symmetric log scale passes zero: a line and a break of the axis. Nothing on other scales. */
export function zeroBreak(x: Scale, plot: Rect): readonly Mark[] {
  const { min, max } = x.domain;
  if (x.kind !== 'symlog' || min >= 0 || max <= 0) {
    return [];
  }
  const [zero, floor] = [Math.round(x.toPixel(0)), plot.y + plot.height];
  const teeth = [-2, 0, -1, -1, 1, 1, 2, 0].map((part, i) => (i % 2 === 0 ? zero : floor) + part * breakSize);
  return [
    { kind: 'path', stroke: 'axis', lineWidth: 1, points: [zero, plot.y, zero, floor] },
    { kind: 'path', stroke: 'baseline', lineWidth: 2, points: teeth },
  ];
}

/** Says that the axis is not linear, in as many words as there is room for. */
export function scaleNote(x: Scale, plot: Rect, title: string, format: Formatter, measure: Measure): readonly Mark[] {
  const room = plot.width - measure(title) - labelGap;
  const words =
    x.kind === 'linear'
      ? []
      : [...(x.linearTo === undefined ? [] : [`log scale, linear to ±${format.value(x.linearTo)}`]), 'log scale'];
  const text = words.find((candidate) => measure(candidate) <= room);
  return text === undefined ? [] : [{ kind: 'text', ink: 'weak', text, x: plot.x + plot.width, y: 8, align: 'right' }];
}
