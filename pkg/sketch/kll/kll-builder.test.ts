import { expected, goldenBytes, goldenKll, refusal } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll } from './kll-sketch.ts';
import { readKll } from './read-kll.ts';
import { kllRankErrorBounds } from './rank-error.ts';
import { rank } from './rank.ts';
import { sortedView } from './sorted-view.ts';
import { writeKll } from './write-kll.ts';

function build(k: number, n: number, value: (i: number) => number, seed = 1) {
  const builder = new KllBuilder(k, seed);
  for (let i = 0; i < n; i++) builder.update(value(i));
  return builder.toSketch();
}

test.each(expected.kllLevels)("k $k, $n values: as many items on each level as whylogs' sketch", ({ k, n, levels }) => {
  const sketch = build(k, n, (i) => Math.sin(i * 1.1));
  expect(Array.from(sketch.levels)).toEqual(levels);
  expect(readKll(writeKll(sketch))).toEqual(sketch);
});

test.each(goldenKll.filter(({ library, n, k }) => library === 'whylogs' && n <= k))(
  '$file: the same values in the same order give the same bytes',
  ({ file, k }) => {
    const bytes = goldenBytes(file);
    // The image has the newest first.
    const values = readKll(bytes).items.toReversed();
    expect(writeKll(build(k, values.length, (i) => values[i] ?? NaN))).toEqual(bytes);
  }
);

describe('a builder', () => {
  test('leaves NaN out and counts infinities', () => {
    const values = [NaN, 3, -Infinity, NaN, Infinity, -0];
    const sketch = build(8, values.length, (i) => values[i] ?? NaN);
    expect(sketch).toMatchObject({ n: 4, min: -Infinity, max: Infinity });
    expect(Array.from(sketch.items)).toEqual([-0, Infinity, -Infinity, 3]);
  });

  test('of nothing, or of NaN alone, is the empty sketch', () => {
    expect(new KllBuilder(256, 0).toSketch()).toEqual(emptyKll(256));
    expect(build(256, 5, () => NaN)).toEqual(emptyKll(256));
  });

  test('goes on after a sketch was taken, which does not change', () => {
    const builder = new KllBuilder(8, 1);
    for (let i = 0; i < 100; i++) builder.update(i);
    const early = builder.toSketch();
    const copy = structuredClone(early);
    for (let i = 0; i < 1000; i++) builder.update(i);
    expect(early).toEqual(copy);
    expect(builder.toSketch().n).toBe(1100);
  });

  test('repeats itself with the same seed and differs with another', () => {
    const images = [7, 7, 8, -7, 7 + 2 ** 32].map((seed) => writeKll(build(64, 5000, (i) => i, seed)).join());
    expect(images[0]).toBe(images[1]);
    expect(new Set(images).size).toBe(4);
  });

  test('goes on from a sketch that was read', () => {
    const half = readKll(writeKll(build(64, 5000, (i) => i)));
    const builder = KllBuilder.from(half, 3);
    for (let i = 5000; i < 10000; i++) builder.update(i);
    const sketch = builder.toSketch();
    expect(sketch).toMatchObject({ n: 10000, min: 0, max: 9999, k: 64, minK: 64 });
    expect(readKll(writeKll(sketch))).toEqual(sketch);
    expect(KllBuilder.from(emptyKll(64), 1).toSketch()).toEqual(emptyKll(64));
  });

  test('keeps the min k of the sketch it goes on from', () => {
    const merged = { ...build(64, 5000, (i) => i), minK: 32 };
    expect(KllBuilder.from(merged, 1).toSketch().minK).toBe(32);
  });

  test('refuses more than 2^53 - 1 values', () => {
    // One item on each of 53 levels.
    const levels = Uint32Array.from({ length: 54 }, (_, i) => i);
    const full = { ...emptyKll(64), n: 2 ** 53 - 1, min: 0, max: 0, levels, items: new Float64Array(53) };
    const builder = KllBuilder.from(full, 1);
    expect(refusal(() => builder.update(1))).toEqual({
      code: 'limit',
      offset: null,
      message: 'KLL sketch: n exceeds 2^53 - 1; start another sketch',
    });
  });

  test('refuses a sketch that holds more items than k allows', () => {
    const crowded = { ...build(64, 64, (i) => i), k: 8 };
    expect(() => KllBuilder.from(crowded, 1)).toThrow('KLL sketch: 64 items are too many for k 8');
  });
});

test.each([7, 65536, 200.5, NaN, Infinity, -8])('k %p is refused', (k) => {
  for (const call of [() => new KllBuilder(k, 1), () => emptyKll(k)]) {
    expect(refusal(call)).toEqual({
      code: 'argument',
      offset: null,
      message: `KLL sketch: k is ${k}; give an integer from 8 to 65535`,
    });
  }
});

test.each([
  ['ascending', (i: number) => i],
  ['descending', (i: number) => -i],
  ['shuffled', (i: number) => (i * 7919) % 50000],
  ['in waves', (i: number) => Math.sin(i / 10)],
])('%s values: the rank error is that of k', (_, value) => {
  const n = 50000;
  const values = Float64Array.from({ length: n }, (__, i) => value(i)).sort();
  const points = Array.from({ length: 99 }, (__, i) => values[Math.floor(((i + 1) * n) / 100)] ?? NaN);
  const trueRanks = points.map((point) => values.indexOf(point) / n);
  const { single } = kllRankErrorBounds(256);
  let beyond = 0;
  for (let seed = 0; seed < 20; seed++) {
    const view = sortedView([build(256, n, value, seed)]);
    points.forEach((point, i) => {
      const error = Math.abs((rank(view, point, false) ?? NaN) - (trueRanks[i] ?? NaN));
      expect(error).toBeLessThan(2 * single);
      if (error > single) beyond++;
    });
  }
  // The bound holds for 99 of 100 queries.
  expect(beyond).toBeLessThan((20 * points.length) / 100);
});
