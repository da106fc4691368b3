import fc from 'fast-check';
import { expected, goldenBytes, imageBytes } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';

/** A sketch of few values with compactions, so that items of several weights lie side by side. */
const sketches: fc.Arbitrary<KllSketch> = fc
  .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { maxLength: 200 })
  .map((values) => {
    const builder = new KllBuilder(8, values.length);
    values.forEach((value) => builder.update(value));
    return builder.toSketch();
  });

/** The definition: every item with its weight, by value, then by weight. */
function weighed(all: readonly KllSketch[]): [item: number, weight: number][] {
  const pairs = all.flatMap(({ items, levels }) =>
    Array.from(items, (item, i): [number, number] => [item, 2 ** (levels.findIndex((start) => start > i) - 1)])
  );
  return pairs.sort(([a, v], [b, w]) => (a < b ? -1 : a > b ? 1 : v - w));
}

test('a view holds every item of every sketch with its weight, whatever the order of the sketches', () => {
  fc.assert(
    fc.property(fc.array(sketches, { maxLength: 6 }), (all) => {
      const view = sortedView(all);
      const pairs = weighed(all);
      // -0 and 0 are equal and may change places.
      expect(Array.from(view.items, (item) => item + 0)).toEqual(pairs.map(([item]) => item + 0));
      let weight = 0;
      expect(Array.from(view.cumulativeWeights)).toEqual(pairs.map(([, w]) => (weight += w)));
      expect(view.n).toBe(weight);
      const reversed = sortedView(all.toReversed());
      expect(Array.from(reversed.cumulativeWeights)).toEqual(Array.from(view.cumulativeWeights));
    }),
    { seed: 20250, numRuns: 300 }
  );
});

test.each([
  ['no sketch', []],
  ['an empty sketch', [emptyKll(256)]],
])('%s gives a view of nothing', (_, all) => {
  expect(sortedView(all)).toEqual({
    n: 0,
    min: NaN,
    max: NaN,
    items: new Float64Array(0),
    cumulativeWeights: new Float64Array(0),
  });
});

test('empty sketches among others change nothing', () => {
  const sketch = readKll(goldenBytes('kll-whylogs-doubles-k200-n10000.sk'));
  expect(sortedView([emptyKll(8), sketch, emptyKll(1024)])).toEqual(sortedView([sketch]));
});

test('does not change the sketches', () => {
  const sketch = readKll(goldenBytes('kll-whylogs-doubles-k1024-n10000.sk'));
  const copy = structuredClone(sketch);
  sortedView([sketch]);
  expect(sketch).toEqual(copy);
});

test('floats and doubles, unequal k: extremes are those of all', () => {
  const all = ['kll-apache-floats-k1024-n10000.sk', 'kll-whylogs-doubles-k200-n10000.sk'].map((name) =>
    readKll(goldenBytes(name))
  );
  expect(sortedView(all)).toMatchObject({
    n: 20000,
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
  });
});

test('a level 0 that is already sorted', () => {
  const image = imageBytes(expected.ties.sketches[0]!.image);
  const sketch = readKll(image);
  const start = sketch.levels[0]!;
  const items = Float64Array.from(sketch.items);
  items.subarray(start, sketch.levels[1]).sort();
  expect(sortedView([{ ...sketch, items, isLevelZeroSorted: true }])).toEqual(sortedView([sketch]));
});

test('more than 2^53 - 1 values are refused', () => {
  const levels = new Uint32Array(54);
  levels[53] = 1;
  const huge = { ...emptyKll(8), n: 2 ** 52, min: 0, max: 0, levels, items: Float64Array.of(0) };
  expect(sortedView([huge]).n).toBe(2 ** 52);
  expect(() => sortedView([huge, huge])).toThrow('KLL sketches: n of all together exceeds 2^53 - 1');
});
