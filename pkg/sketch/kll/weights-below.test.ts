import fc from 'fast-check';
import { goldenBytes, goldenKll, refusal } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';
import { readKll } from './read-kll.ts';
import { kllWeightsBelow } from './weights-below.ts';
import { writeKll } from './write-kll.ts';

/** Counts item by item. */
function countedWeights({ levels, items }: KllSketch, splits: Float64Array): Float64Array {
  return splits.map((split) => {
    let weight = 0;
    for (let level = 0; level + 1 < levels.length; level++) {
      weight += 2 ** level * items.subarray(levels[level], levels[level + 1]).filter((item) => item < split).length;
    }
    return weight;
  });
}

test.each(goldenKll.filter(({ n }) => n > 0))(
  'are the exclusive ranks of $file',
  ({ file, points, cdfExclusive, n }) => {
    const splits = Float64Array.from(points!).sort();
    const ranks = kllWeightsBelow(readKll(goldenBytes(file)), splits).map((weight) => weight / n);
    expect([...ranks].sort((a, b) => a - b)).toEqual(cdfExclusive!.slice(0, -1).sort((a, b) => a - b));
  }
);

const byHand: KllSketch = {
  ...emptyKll(8),
  n: 4 + 2 * 2 + 8 * 2,
  min: 1,
  max: 9,
  levels: Uint32Array.of(0, 4, 6, 6, 8),
  // Level 0 in disorder; levels 1 and 3 ascend; level 2 is empty.
  items: Float64Array.of(7, 2, 2, 9, 1, 7, 2, 3),
};

test.each<[string, readonly number[], readonly number[]]>([
  ['no splits', [], []],
  ['ends of the number line', [-Infinity, Infinity], [0, 24]],
  ['splits on items, which belong above', [1, 2, 3, 7, 9], [0, 2, 12, 20, 23]],
  ['splits between', [1.5, 2.5, 8], [2, 12, 23]],
  ['equal splits', [2, 2, 7, 7], [2, 2, 20, 20]],
])('by hand: %s', (_, splits, weights) => {
  expect([...kllWeightsBelow(byHand, Float64Array.from(splits))]).toEqual(weights);
  const sorted = { ...byHand, items: Float64Array.of(2, 2, 7, 9, 1, 7, 2, 3), isLevelZeroSorted: true };
  expect([...kllWeightsBelow(sorted, Float64Array.from(splits))]).toEqual(weights);
});

test('zeros of both signs are one number', () => {
  const zeros: KllSketch = {
    ...emptyKll(8),
    n: 2,
    min: -0,
    max: 0,
    levels: Uint32Array.of(0, 2),
    items: Float64Array.of(0, -0),
  };
  expect([...kllWeightsBelow(zeros, Float64Array.of(-0, 0, Number.MIN_VALUE))]).toEqual([0, 0, 2]);
});

test('of nothing', () => {
  expect([...kllWeightsBelow(emptyKll(8), Float64Array.of(1, 2))]).toEqual([0, 0]);
});

test('are those of each item by itself, stored or not', () => {
  const value = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300 }), fc.array(value, { maxLength: 40 }), (values, points) => {
      const builder = new KllBuilder(8, 1);
      values.forEach((item) => builder.update(item));
      const sketch = builder.toSketch();
      const splits = Float64Array.from(points).sort();
      const expected = countedWeights(sketch, splits);
      expect(kllWeightsBelow(sketch, splits)).toEqual(expected);
      expect(kllWeightsBelow(readKll(writeKll(sketch)), splits)).toEqual(expected);
    }),
    { seed: 20250, numRuns: 200 }
  );
});

test.each([
  ['descending splits', Float64Array.of(2, 1), 'split 1 stands behind 2; sort the splits'],
  ['NaN among them', Float64Array.of(1, NaN), 'split NaN stands behind 1; sort the splits'],
  ['NaN alone', Float64Array.of(NaN), 'split NaN stands behind -Infinity; sort the splits'],
])('%s are refused', (_, splits, message) => {
  const caught = refusal(() => kllWeightsBelow(emptyKll(8), splits));
  expect(caught.code).toBe('argument');
  expect(caught.message).toContain(message);
});
