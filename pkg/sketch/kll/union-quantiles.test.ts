import fc from 'fast-check';
import { refusal } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';
import { itemIndex, quantiles, targetWeight, type QuantileConvention } from './quantile.ts';
import { selectItems } from './select-items.ts';
import { sortedView } from './sorted-view.ts';
import { unionQuantiles } from './union-quantiles.ts';

const conventions: readonly QuantileConvention[] = ['whylogs', 'classic', 'inclusive'];
const ranks = [0, 0.0001, 0.01, 0.05, 0.25, 0.5, 0.5, 0.75, 0.95, 0.99, 0.9999, 1];

/** Batches of 1500 values each: enough for levels of several weights, and for more items than are simply sorted. */
function batches(k: number, count: number, value: (i: number) => number): KllSketch[] {
  return Array.from({ length: count }, (_, batch) => {
    const builder = new KllBuilder(k, batch);
    for (let i = 0; i < 1500; i++) builder.update(value(1500 * batch + i));
    return builder.toSketch();
  });
}

/** A number from 0 to 1 that looks random. */
function noise(i: number): number {
  const x = Math.sin(i * 12.9898 + 78.233) * 43758.5453;
  return x - Math.floor(x);
}

const shapes: [string, (i: number) => number][] = [
  ['uniform', noise],
  ['around zero', (i) => noise(i) - noise(i + 0.5)],
  ['ascending', (i) => i],
  ['heavy tail', (i) => (1 - noise(i)) ** -4],
  ['heavy tails on both sides', (i) => Math.tan(Math.PI * (noise(i) - 0.5)) ** 3],
  ['powers of two over the whole range', (i) => 2 ** ((i % 2098) - 1074)],
  ['ever smaller powers of two, all frequent', (i) => 2 ** -(i % 41)],
  ['few integers', (i) => Math.floor(noise(i) * 5)],
  ['one value', () => 42],
  ['two values', (i) => (noise(i) < 0.3 ? 1 : 1 + Number.EPSILON)],
  ['mostly one value', (i) => (i % 50 === 0 ? i : 0)],
  ['infinities among others', (i) => (i % 7 === 0 ? Infinity : i % 11 === 0 ? -Infinity : noise(i))],
  ['infinities alone', (i) => (noise(i) < 0.5 ? -Infinity : Infinity)],
  ['greatest and least numbers', (i) => (i % 3 === 0 ? Number.MAX_VALUE : i % 3 === 1 ? -Number.MAX_VALUE : noise(i))],
  ['subnormal numbers', (i) => Math.floor(noise(i) * 1000) * Number.MIN_VALUE],
  ['great offset', (i) => 1e15 + Math.floor(noise(i) * 3)],
];

describe.each(shapes)('%s', (_, value) => {
  test.each([
    ['few compactions', 1024, 20],
    ['many compactions', 64, 80],
    ['no compaction', 2000, 8],
  ])('%s: the same as sorting everything', (__, k, count) => {
    const all = batches(k, count, value);
    expect(all.reduce((sum, { items }) => sum + items.length, 0)).toBeGreaterThan(8192);
    for (const convention of conventions) {
      expect(unionQuantiles(all, ranks, convention)).toEqual(quantiles(sortedView(all), ranks, convention));
    }
  });
});

test('small unions of random sketches: the same items as sorting everything', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true })), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(values, { minLength: 1, maxLength: 5 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (lists, rank) => {
        const all = lists.map((list, seed) => {
          const builder = new KllBuilder(8, seed);
          list.forEach((value) => builder.update(value));
          return builder.toSketch();
        });
        const view = sortedView(all);
        if (view.n === 0) return;
        for (const convention of conventions) {
          const target = targetWeight(rank, view.n, convention);
          const expected = view.items[itemIndex(view.cumulativeWeights, target, convention)];
          // -0 and 0 are equal and may stand for each other.
          expect(selectItems(all, [target], convention)?.map((item) => item + 0)).toEqual(
            Float64Array.of(expected! + 0)
          );
        }
      }
    ),
    { seed: 20250, numRuns: 500 }
  );
});

test('values nested at ever smaller scales are sorted in the end', () => {
  // Within every bucket that matters lie a few values of the next scale and 6000 of the last.
  const nested = [
    ...Array.from({ length: 30 }, (_, scale) => 4096 ** -scale),
    ...Array.from({ length: 12 }, (_, i) => i * 1e300),
  ];
  const builder = new KllBuilder(65535, 1);
  for (let i = 0; i < 9000; i++) builder.update(1e-200 * i);
  for (let i = 0; i < 10; i++) nested.forEach((value) => builder.update(value * (1 + i / 100)));
  const all = [builder.toSketch()];
  expect(selectItems(all, [4000], 'classic')).toBeNull();
  expect(unionQuantiles(all, ranks, 'whylogs')).toEqual(quantiles(sortedView(all), ranks, 'whylogs'));
});

/** Some items of weight 1 and value 5, others of weight 8: as many of value 4 as of value 9. */
function threeValues(light: number, heavy: number): KllSketch {
  const end = light + 2 * heavy;
  const items = new Float64Array(end)
    .fill(5, 0, light)
    .fill(4, light, light + heavy)
    .fill(9, light + heavy);
  const levels = Uint32Array.of(0, light, light, light, end);
  return { ...emptyKll(4096), n: light + 16 * heavy, min: 4, max: 9, levels, items };
}

// Up to the last 4 the weight is 8 heavy, up to the last 5 it is 8 heavy + light.
test.each<[light: number, heavy: number, target: number, convention: QuantileConvention, item: number]>([
  [1, 3000, 23992, 'whylogs', 4],
  [1, 3000, 23993, 'whylogs', 5],
  [1, 3000, 23996, 'whylogs', 5],
  [1, 3000, 24000, 'whylogs', 5],
  [1, 3000, 24001, 'whylogs', 9],
  [1, 3000, 23999, 'classic', 4],
  [1, 3000, 24000, 'classic', 5],
  [1, 3000, 24001, 'classic', 9],
  [1, 3000, 24000, 'inclusive', 4],
  [1, 3000, 24001, 'inclusive', 5],
  [1, 3000, 24002, 'inclusive', 9],
  [20_000, 80_000, 639_992, 'whylogs', 4],
  [20_000, 80_000, 639_993, 'whylogs', 5],
  [20_000, 80_000, 659_999, 'whylogs', 5],
  [20_000, 80_000, 660_000, 'whylogs', 9],
  [20_000, 80_000, 639_999, 'classic', 4],
  [20_000, 80_000, 659_999, 'classic', 5],
  [20_000, 80_000, 660_000, 'classic', 9],
  [20_000, 80_000, 1_300_000, 'classic', 9],
])(
  '%d light items between %d heavy ones to each side: at weight %d (%s) stands %d',
  (light, heavy, target, ...asked) => {
    const [convention, item] = asked;
    expect(selectItems([threeValues(light, heavy)], [target], convention)).toEqual(Float64Array.of(item));
  }
);

test('of nothing', () => {
  expect(unionQuantiles([], [0.5], 'classic')).toBeNull();
  expect(unionQuantiles([emptyKll(8), emptyKll(9)], [0, 1], 'whylogs')).toBeNull();
});

test('empty sketches among many items', () => {
  const all = batches(1024, 12, noise);
  const withEmpty = [emptyKll(8), ...all, emptyKll(8)];
  expect(unionQuantiles(withEmpty, ranks, 'classic')).toEqual(unionQuantiles(all, ranks, 'classic'));
});

test.each([
  ['few items', 1],
  ['many items', 12],
])('a rank outside 0 to 1 is refused: %s', (_, count) => {
  expect(refusal(() => unionQuantiles(batches(1024, count, noise), [0.5, 1.5], 'classic'))).toMatchObject({
    code: 'argument',
  });
});
