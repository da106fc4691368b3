import fc from 'fast-check';
import { axisScale, type XScale } from './log-scale.ts';
import { widenedDomain } from './scale.ts';
import { scaleTicks } from './scale-ticks.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

function values(wanted: XScale, min: number, max: number, narrowest: number, count = 5): readonly number[] {
  return scaleTicks(axisScale(wanted, { min, max }, narrowest, 0, 100), count).values;
}

describe('marks of an axis', () => {
  it.each<[XScale, number, number, number, readonly number[]]>([
    ['linear', 0, 10, 1, [0, 2.5, 5, 7.5, 10]],
    ['log', 1, 10000, 1, [1, 10, 100, 1000, 10000]],
    ['log', 0.5, 2e4, 1, [1, 10, 100, 1000, 10000]],
    // Six decades have seven powers: every second one, from the largest.
    ['log', 0.01, 10000, 1, [0.01, 1, 100, 10000]],
    // One power alone: those of a linear scale.
    ['log', 2, 20, 1, [5, 10, 15, 20]],
    ['symlog', 0, 1000, 1, [0, 1, 10, 100, 1000]],
    ['symlog', -100, 100, 1, [-100, -1, 0, 1, 100]],
    ['symlog', -30, 5000, 2, [-10, 0, 10, 100, 1000]],
    ['symlog', -1000, -1, 1, [-1000, -100, -10, -1]],
  ])('on a %s scale from %d to %d, bins of %d: %j', (wanted, min, max, narrowest, expected) => {
    expect(values(wanted, min, max, narrowest)).toEqual(expected);
  });

  it('are few, different, ascending and inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<XScale>('linear', 'log', 'symlog'),
        fc.tuple(finite, finite).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        (wanted, [a, b], narrowest) => {
          const { min, max } = widenedDomain(a, b);
          const found = values(wanted, min, max, narrowest);
          expect(found.length).toBeLessThanOrEqual(5);
          expect(
            found.every((value, i) => value >= min && value <= max && (i === 0 || value > (found[i - 1] ?? 0)))
          ).toBe(true);
        }
      )
    );
  });
});
