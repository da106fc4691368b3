import { expected, goldenBytes, goldenKll, imageBytes, refusal } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll } from './kll-sketch.ts';
import { quantile, quantiles, type QuantileConvention } from './quantile.ts';
import { readKll } from './read-kll.ts';
import { sortedView, type SortedView } from './sorted-view.ts';

const conventions: readonly QuantileConvention[] = ['whylogs', 'classic', 'inclusive'];

describe.each(goldenKll.filter(({ n }) => n > 0))('$file', (golden) => {
  const view = sortedView([readKll(goldenBytes(golden.file))]);
  // Apache gives retained items for ranks 0 and 1; here they are the extremes, which are exact.
  const ranks = golden.ranks!.slice(1, -1);

  test.each([
    ['classic', golden.quantilesExclusive],
    ['inclusive', golden.quantilesInclusive],
    ['whylogs', golden.quantilesWhylogs],
  ] as const)('%s quantiles', (convention, values) => {
    if (values === undefined) return;
    expect(quantiles(view, ranks, convention)).toEqual(Float64Array.from(values.slice(1, -1)));
  });

  test.each(conventions)('%s: rank 0 is the minimum, rank 1 the maximum', (convention) => {
    expect(quantiles(view, [0, 1], convention)).toEqual(Float64Array.of(golden.min!, golden.max!));
  });
});

describe.each(expected.ties.sketches)('many equal values of unequal weight', (ties) => {
  const view = sortedView([readKll(imageBytes(ties.image))]);

  test.each(conventions)('%s', (convention) => {
    expect(quantiles(view, expected.ties.ranks, convention)).toEqual(Float64Array.from(ties[convention]));
  });
});

/** Items 10, 20, 30, 40 of weights 1, 2, 4, 1: weights before them 0, 1, 3, 7, up to them 1, 3, 7, 8. */
const view: SortedView = {
  n: 8,
  min: 5,
  max: 45,
  items: Float64Array.of(10, 20, 30, 40),
  cumulativeWeights: Float64Array.of(1, 3, 7, 8),
};

test.each([
  // rank, whylogs: before >= floor(8r), classic: up to > floor(8r), inclusive: up to >= ceil(8r)
  [0, 5, 5, 5],
  [0.05, 10, 10, 10],
  [0.125, 20, 20, 10],
  [0.2, 20, 20, 20],
  [0.25, 30, 20, 20],
  [0.375, 30, 30, 20],
  [0.5, 40, 30, 30],
  [0.874, 40, 30, 30],
  [0.875, 40, 40, 30],
  [0.9, 40, 40, 40],
  [1, 45, 45, 45],
])('by hand: rank %p', (rank, whylogs, classic, inclusive) => {
  expect(conventions.map((convention) => quantile(view, rank, convention))).toEqual([whylogs, classic, inclusive]);
});

test('of one value', () => {
  const builder = new KllBuilder(8, 1);
  builder.update(7);
  for (const convention of conventions) {
    expect(quantiles(sortedView([builder.toSketch()]), [0, 0.5, 1], convention)).toEqual(Float64Array.of(7, 7, 7));
  }
});

test('of nothing', () => {
  const nothing = sortedView([emptyKll(8)]);
  expect(quantile(nothing, 0.5, 'classic')).toBeNull();
  expect(quantiles(nothing, [0, 1], 'whylogs')).toBeNull();
});

test.each([-0.001, 1.001, 50, NaN, Infinity])('rank %p is refused, also of nothing', (rank) => {
  const error = {
    code: 'argument',
    offset: null,
    message: `KLL sketch: rank ${rank} is not from 0 to 1; give a share, not a percentage`,
  };
  expect(refusal(() => quantile(view, rank, 'classic'))).toEqual(error);
  expect(refusal(() => quantiles(sortedView([]), [rank], 'classic'))).toEqual(error);
});
