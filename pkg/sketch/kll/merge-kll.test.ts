import fc from 'fast-check';
import { expected, goldenBytes, goldenKllMerges } from '../testing/fixtures.ts';
import { KllBuilder } from './kll-builder.ts';
import { emptyKll, type KllSketch } from './kll-sketch.ts';
import { mergeKll } from './merge-kll.ts';
import { kllRankErrorBounds } from './rank-error.ts';
import { rank } from './rank.ts';
import { readKll } from './read-kll.ts';
import { sortedView } from './sorted-view.ts';
import { writeKll } from './write-kll.ts';

function build(k: number, n: number, value: (i: number) => number, seed = 1): KllSketch {
  const builder = new KllBuilder(k, seed);
  for (let i = 0; i < n; i++) builder.update(value(i));
  return builder.toSketch();
}

test.each(expected.kllMergeLevels)(
  "k $k1 of $n1 with k $k2 of $n2: n, extremes, min k and populations as whylogs' merge",
  ({ k1, n1, k2, n2, n, min, max, minK, levels }) => {
    const left = build(k1, n1, (i) => Math.sin(i * 1.1));
    const right = build(k2, n2, (i) => Math.sin(i * 0.7) + 1);
    const merged = mergeKll(left, right, 5);
    expect(merged).toMatchObject({ k: k1, minK, n });
    expect(merged.min).toBeCloseTo(min, 12);
    expect(merged.max).toBeCloseTo(max, 12);
    expect(Array.from(merged.levels)).toEqual(levels);
    expect(readKll(writeKll(merged))).toEqual(merged);
  }
);

describe('merges of other implementations', () => {
  test.each(goldenKllMerges)('$file', (golden) => {
    const [left, right] = ['a', 'b'].map((side) => readKll(goldenBytes(golden.file.replace('{a,b,merged}', side))));
    const merged = mergeKll(left!, right!, 11);
    expect(merged).toMatchObject({ n: golden.n, min: golden.min, max: golden.max, k: golden.k, minK: golden.minK });
    const view = sortedView([merged]);
    golden.points?.forEach((point, i) => {
      const error = Math.abs((rank(view, point, false) ?? NaN) - (golden.trueRankExclusive?.[i] ?? NaN));
      expect(error).toBeLessThanOrEqual(2 * (golden.rankErrorSingle ?? 0));
    });
  });
});

describe('merging', () => {
  const some = build(64, 5000, (i) => i);

  test('nothing into something changes nothing', () => {
    expect(mergeKll(some, emptyKll(1024), 1)).toBe(some);
  });

  test('something into nothing keeps the k of the left side', () => {
    const merged = mergeKll(emptyKll(128), some, 1);
    expect(merged).toMatchObject({ k: 128, minK: 64, n: 5000, min: 0, max: 4999 });
  });

  test('nothing into nothing', () => {
    expect(mergeKll(emptyKll(8), emptyKll(9), 1)).toEqual(emptyKll(8));
  });

  test('an exact right side does not lower min k', () => {
    expect(
      mergeKll(
        some,
        build(8, 3, (i) => i),
        1
      ).minK
    ).toBe(64);
  });

  test('small sides stay exact', () => {
    const merged = mergeKll(
      build(8, 3, (i) => i),
      build(8, 5, (i) => i + 10),
      1
    );
    expect(Array.from(merged.items).sort((a, b) => a - b)).toEqual([0, 1, 2, 10, 11, 12, 13, 14]);
  });

  test('the same seed repeats, another differs', () => {
    const other = build(64, 5000, (i) => i + 0.5, 2);
    const [one, two, three] = [1, 1, 2].map((seed) => writeKll(mergeKll(some, other, seed)));
    expect(one).toEqual(two);
    expect(one).not.toEqual(three);
  });

  test('floats of v0 with doubles', () => {
    const floats = readKll(goldenBytes('kll-apache-floats-k200-n607.sk'));
    const doubles = readKll(goldenBytes('kll-whylogs-doubles-k200-n607.sk'));
    for (const [left, right] of [
      [floats, doubles],
      [doubles, floats],
    ] as const) {
      const merged = mergeKll(left, right, 1);
      expect(merged).toMatchObject({
        n: 1214,
        itemBytes: 8,
        min: Math.min(floats.min, doubles.min),
        max: Math.max(floats.max, doubles.max),
      });
    }
  });

  test('does not change its operands', () => {
    const other = build(32, 3000, (i) => -i);
    const copies = structuredClone([some, other]);
    mergeKll(some, other, 1);
    expect([some, other]).toEqual(copies);
  });

  test('more than 2^53 - 1 values are refused', () => {
    const levels = new Uint32Array(54);
    levels[53] = 1;
    const huge = { ...emptyKll(8), n: 2 ** 52, min: 0, max: 0, levels, items: Float64Array.of(0) };
    expect(() => mergeKll(huge, huge, 1)).toThrow('KLL sketch: n of the merged sketch exceeds 2^53 - 1');
  });
});

test('merges of many parts are no worse than one sketch of that k', () => {
  const k = 128;
  const { single } = kllRankErrorBounds(k);
  let queries = 0;
  let beyond = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }),
      fc.integer(),
      fc.constantFrom<(i: number) => number>(
        (i) => i,
        (i) => (i * 7919) % 20011,
        (i) => Math.floor(i / 100),
        (i) => 1.001 ** i
      ),
      (parts, seed, value) => {
        const n = 20000;
        const rows = Float64Array.from({ length: n }, (_, i) => value(i));
        const size = Math.ceil(n / parts);
        const merged = Array.from({ length: parts }, (_, part) =>
          build(k, Math.min(size, n - part * size), (i) => rows[part * size + i] ?? NaN, seed + part)
        ).reduce((left, right, part) => mergeKll(left, right, seed + part));
        expect(merged.n).toBe(n);
        const view = sortedView([merged]);
        rows.sort();
        for (let percent = 1; percent < 100; percent++) {
          const row = rows[(n * percent) / 100] ?? NaN;
          const error = Math.abs((rank(view, row, false) ?? NaN) - rows.indexOf(row) / n);
          expect(error).toBeLessThan(2 * single);
          queries++;
          if (error > single) beyond++;
        }
      }
    ),
    { seed: 20250, numRuns: 60 }
  );
  // The bound of one sketch holds for 99 of 100 queries.
  expect(beyond).toBeLessThan(queries / 100);
});
