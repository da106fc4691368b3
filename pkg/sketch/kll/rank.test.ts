import fc from 'fast-check';
import { goldenBytes, goldenKll, refusal } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll } from './kll-sketch.ts';
import { kllRankErrorBounds } from './rank-error.ts';
import { cdf, pmf, rank, weightsBelow } from './rank.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';

describe.each(goldenKll.filter(({ n }) => n > 0))('$file', (golden) => {
  const view = sortedView([readKll(goldenBytes(golden.file))]);
  const points = Float64Array.from(golden.points!);

  test('CDF and ranks', () => {
    expect(cdf(view, points)).toEqual(Float64Array.from(golden.cdfExclusive!));
    expect(Array.from(points, (point) => rank(view, point, false))).toEqual(golden.cdfExclusive!.slice(0, -1));
    expect(Array.from(points, (point) => rank(view, point, true))).toEqual(golden.cdfInclusive!.slice(0, -1));
  });

  test('PMF', () => {
    const shares = pmf(view, points)!;
    expect(shares).toHaveLength(golden.pmfExclusive!.length);
    shares.forEach((share, i) => expect(share).toBeCloseTo(golden.pmfExclusive![i]!, 14));
  });

  test('rank error bounds', () => {
    expect(kllRankErrorBounds(golden.k)).toEqual({ single: golden.rankErrorSingle, pmf: golden.rankErrorPmf });
  });
});

const view = {
  n: 8,
  min: 10,
  max: 40,
  items: Float64Array.of(10, 20, 20, 40),
  cumulativeWeights: Float64Array.of(1, 3, 7, 8),
};

test.each([
  [-Infinity, 0, 0],
  [10, 0, 1],
  [15, 1, 1],
  [20, 1, 7],
  [40, 7, 8],
  [Infinity, 8, 8],
])('by hand: the weight below %p and up to it', (value, below, upTo) => {
  expect(rank(view, value, false)).toBe(below / 8);
  expect(rank(view, value, true)).toBe(upTo / 8);
  expect(weightsBelow(view, Float64Array.of(value))).toEqual(Float64Array.of(below));
});

test('splits of weights need not ascend, and may repeat', () => {
  const splits = Float64Array.of(40, 10, 20, 20, 15, Infinity, -Infinity);
  expect(weightsBelow(view, splits)).toEqual(Float64Array.of(7, 0, 1, 1, 1, 8, 0));
});

test('CDF and PMF by hand', () => {
  expect(cdf(view, Float64Array.of(15, 30))).toEqual(Float64Array.of(1 / 8, 7 / 8, 1));
  expect(pmf(view, Float64Array.of(15, 30))).toEqual(Float64Array.of(1 / 8, 6 / 8, 1 / 8));
  expect(cdf(view, new Float64Array(0))).toEqual(Float64Array.of(1));
  expect(pmf(view, new Float64Array(0))).toEqual(Float64Array.of(1));
});

test('of nothing', () => {
  const nothing = sortedView([emptyKll(8)]);
  expect(rank(nothing, 1, true)).toBeNull();
  expect(cdf(nothing, Float64Array.of(1))).toBeNull();
  expect(pmf(nothing, Float64Array.of(1))).toBeNull();
  expect(weightsBelow(nothing, Float64Array.of(1, 2))).toEqual(Float64Array.of(0, 0));
});

test.each([
  ['NaN as a split', () => weightsBelow(view, Float64Array.of(1, NaN)), 'NaN has no rank; leave it out'],
  ['the rank of NaN', () => rank(view, NaN, false), 'NaN has no rank; leave it out'],
  ['NaN in a CDF', () => cdf(view, Float64Array.of(NaN)), 'NaN has no rank; leave it out'],
  ['a repeated split', () => pmf(view, Float64Array.of(1, 1)), 'split 1 does not ascend'],
  ['descending splits', () => cdf(view, Float64Array.of(2, 1)), 'split 1 does not ascend'],
  ['descending splits of nothing', () => cdf(sortedView([]), Float64Array.of(2, 1)), 'split 1 does not ascend'],
])('%s is refused', (_, call, message) => {
  const caught = refusal(call);
  expect(caught).toMatchObject({ code: 'argument', offset: null });
  expect(caught.message).toContain(message);
});

test("a window's weights are the sums of its batches'", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 300 }), { maxLength: 8 }),
      fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { maxLength: 10 }),
      (batches, splits) => {
        const sketches = batches.map((values, seed) => {
          const builder = new KllBuilder(8, seed);
          values.forEach((value) => builder.update(value));
          return builder.toSketch();
        });
        const edges = Float64Array.from(splits);
        const sums = new Float64Array(edges.length);
        for (const sketch of sketches) weightsBelow(sortedView([sketch]), edges).forEach((w, i) => (sums[i]! += w));
        expect(weightsBelow(sortedView(sketches), edges)).toEqual(sums);
      }
    ),
    { seed: 20250, numRuns: 200 }
  );
});
