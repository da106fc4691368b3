import type { BaselineStyle } from '../options.ts';
import { percent } from '../words/number.ts';
import { specialReading } from '../words/reading.ts';
import type { Rect } from './layout.ts';
import { linearScale } from './scale.ts';
import type { Mark, ReadableItem } from './scene.ts';
import type { SpecialKind, SpecialValue } from './special-values.ts';

export const specialLabels: Record<SpecialKind, string> = { null: 'null', nan: 'NaN', inf: '±∞' };

/** From the floor to the middle of a label, in pixels. */
const labelDistance = 14;

/** Part of a slot that the bar takes. */
const barPart = 0.6;

/** Separate narrow bars for values that are in no bin, with an axis of their own: shares of all rows. */
export function specialBars(
  values: readonly SpecialValue[],
  area: Rect,
  style: BaselineStyle
): { readonly marks: readonly Mark[]; readonly items: readonly ReadableItem[] } {
  const largest = Math.max(0, ...values.flatMap(({ target, baseline }) => [target?.share ?? 0, baseline?.share ?? 0]));
  const floor = area.y + area.height;
  const y = linearScale({ min: 0, max: Math.max(largest, Number.MIN_VALUE * 4) }, floor, area.y + 4);
  const slot = area.width / Math.max(values.length, 1);
  const tick = (share: number): readonly Mark[] => [
    {
      kind: 'path',
      stroke: share === 0 ? 'axis' : 'grid',
      lineWidth: 1,
      points: [area.x, Math.round(y.toPixel(share)), area.x + area.width, Math.round(y.toPixel(share))],
    },
    { kind: 'text', ink: 'weak', text: percent(share), x: area.x - 6, y: y.toPixel(share), align: 'right' },
  ];
  const bars = values.flatMap(({ kind, target, baseline }, i): readonly Mark[] => {
    const x = Math.round(area.x + i * slot + (slot * (1 - barPart)) / 2);
    const width = Math.round(slot * barPart);
    const top = (share: number) => Math.min(y.toPixel(share), floor - Math.min(1, area.height));
    const filled: readonly Mark[] =
      target === null || target.count === 0
        ? []
        : [{ kind: 'rect', fill: 'special', x, y: top(target.share), width, height: floor - top(target.share) }];
    const [left, right] = [x - 3, x + width + 3];
    const baselineTop = baseline === null || baseline.count === 0 ? floor : top(baseline.share);
    const outline: readonly Mark[] =
      baseline === null || style === 'hidden'
        ? []
        : [
            {
              kind: 'path',
              stroke: 'baseline',
              lineWidth: 2,
              points: [left, floor, left, baselineTop, right, baselineTop, right, floor],
            },
          ];
    const label: Mark = {
      kind: 'text',
      ink: 'weak',
      text: specialLabels[kind],
      x: area.x + (i + 0.5) * slot,
      y: floor + labelDistance,
      align: 'center',
    };
    return [...filled, ...outline, label];
  });
  const title: Mark = { kind: 'text', ink: 'weak', text: 'of all rows', x: area.x, y: 8, align: 'left' };
  return {
    marks: [title, ...tick(0), ...tick(largest), ...bars],
    items: values.map((value, i) => ({
      area: { x: area.x + i * slot, y: area.y, width: slot, height: area.height },
      reading: specialReading(value),
      contribution: null,
    })),
  };
}
