import fc from 'fast-check';
import { goldenBytes, goldenFrequentItemsMerges, refusal } from '../testing/fixtures.ts';
import { addFrequentItems } from './add-frequent-items.ts';
import { FrequentItemsBuilder } from './frequent-items-builder.ts';
import type { FrequentItems } from './frequent-items.ts';
import { mergeFrequentItems } from './merge-frequent-items.ts';
import { readFrequentItems } from './read-frequent-items.ts';
import { writeFrequentItems } from './write-frequent-items.ts';

function build(values: readonly string[], lgMax: number): FrequentItems {
  const builder = new FrequentItemsBuilder(lgMax);
  values.forEach((value) => builder.update(value));
  return builder.toSketch();
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** lower <= true <= upper for every value, kept or not. */
function expectBounds(sketch: FrequentItems, values: readonly string[]): void {
  const weights = new Map(sketch.items.map(({ value, weight }) => [value, weight]));
  for (const [value, count] of countsOf(values)) {
    const weight = weights.get(value) ?? 0;
    expect(weight <= count && count <= weight + sketch.offset).toBe(true);
  }
  expect(sketch.totalWeight).toBe(values.length);
}

describe('merges of whylogs', () => {
  test.each(goldenFrequentItemsMerges)('$files', (golden) => {
    const [left, right, theirs] = ['a', 'b', 'merged'].map((side) =>
      readFrequentItems(goldenBytes(golden.files.replace('{a,b,merged}', side)))
    );
    const merged = mergeFrequentItems(left!, right!);
    expect(merged.totalWeight).toBe(golden.totalWeight);
    expect(merged.offset).toBeLessThanOrEqual((3.5 / 2 ** left!.lgMax) * golden.totalWeight);
    if (golden.offset === 0) expect(merged.items).toEqual(theirs!.items);
    const weights = new Map(merged.items.map(({ value, weight }) => [value, weight]));
    for (const [value, count] of golden.trueTop) {
      const weight = weights.get(value) ?? 0;
      expect(weight <= count && count <= weight + merged.offset).toBe(true);
    }
  });
});

const streams = fc.array(
  fc.nat(60).map((i) => `v${Math.floor((i * i) / 60)}`),
  { maxLength: 400 }
);

test('merged sketches of unequal size keep bounds, total and capacity', () => {
  fc.assert(
    fc.property(streams, streams, fc.integer({ min: 3, max: 7 }), fc.integer({ min: 3, max: 7 }), (a, b, lgA, lgB) => {
      const merged = mergeFrequentItems(build(a, lgA), build(b, lgB));
      expectBounds(merged, [...a, ...b]);
      expect(merged.lgMax).toBe(lgA);
      if (b.length > 0) expect(merged.items.length).toBeLessThanOrEqual(0.75 * 2 ** lgA);
      expect(merged.offset).toBeLessThanOrEqual(
        (3.5 / 2 ** lgA) * a.length + (3.5 / 2 ** Math.min(lgA, lgB)) * b.length + (3.5 / 2 ** lgA) * b.length
      );
      expect(readFrequentItems(writeFrequentItems(merged)).items).toEqual(merged.items);
    }),
    { seed: 20250, numRuns: 200 }
  );
});

test('of equal sizes the error stays within 3.5 / 2^lgMax of the total, over many merges', () => {
  fc.assert(
    fc.property(fc.array(streams, { minLength: 2, maxLength: 8 }), fc.integer({ min: 3, max: 5 }), (parts, lgMax) => {
      const merged = parts.map((part) => build(part, lgMax)).reduce(mergeFrequentItems);
      const all = parts.flat();
      expectBounds(merged, all);
      expect(merged.offset).toBeLessThanOrEqual((3.5 / 2 ** lgMax) * all.length);
    }),
    { seed: 20250, numRuns: 100 }
  );
});

test('a merge depends on nothing but its operands: bytes are equal with items in any order', () => {
  const items = [
    { value: 'a', weight: 3 },
    { value: 'é', weight: 2 },
    { value: 'b', weight: 9 },
  ];
  const left = { lgMax: 3, totalWeight: 14, offset: 0, items };
  const right = build(['x', 'x', 'y', 'z', 'a', 'q'], 3);
  const image = writeFrequentItems(mergeFrequentItems(left, right));
  expect(writeFrequentItems(mergeFrequentItems({ ...left, items: items.toReversed() }, right))).toEqual(image);
  // Seven values at lgMax 3: weights 1 1 1 2 2 4 9, lowered by their median 2, two are left.
  expect(readFrequentItems(image)).toMatchObject({
    totalWeight: 20,
    offset: 2,
    items: [
      { value: 'a', weight: 2 },
      { value: 'b', weight: 7 },
    ],
  });
});

test('nothing merged into something changes nothing', () => {
  const some = build(['a', 'b'], 5);
  expect(mergeFrequentItems(some, build([], 10))).toBe(some);
});

test('something merged into nothing keeps the left lgMax', () => {
  const merged = mergeFrequentItems(build([], 4), build(['a', 'b', 'a'], 10));
  expect(merged).toMatchObject({ lgMax: 4, totalWeight: 3, offset: 0, items: { length: 2 } });
});

describe('adding', () => {
  test('sums everything and drops nothing', () => {
    const parts = [['a', 'b', 'a'], ['b', 'c'], [], ['a']];
    const added = addFrequentItems(parts.map((part, i) => build(part, 3 + i)));
    expect(added).toMatchObject({ lgMax: 6, totalWeight: 6, offset: 0 });
    expect(added.items).toEqual([
      { value: 'a', weight: 3 },
      { value: 'b', weight: 2 },
      { value: 'c', weight: 1 },
    ]);
  });

  test('keeps bounds and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(streams, { minLength: 1, maxLength: 6 }), (parts) => {
        const sketches = parts.map((part) => build(part, 3));
        const added = addFrequentItems(sketches);
        expectBounds(added, parts.flat());
        expect(added.offset).toBe(sketches.reduce((sum, { offset }) => sum + offset, 0));
        const reversed = addFrequentItems(sketches.toReversed());
        expect(reversed.items).toEqual(added.items);
      }),
      { seed: 20250, numRuns: 100 }
    );
  });

  test('many long texts', () => {
    const values = Array.from({ length: 3000 }, (_, i) => `${i}`.repeat(20));
    const added = addFrequentItems([build(values, 12), build(values, 12)]);
    expect(added.items).toHaveLength(3000);
    expect(added.items.every(({ weight }) => weight === 2)).toBe(true);
  });

  test('texts that are not UTF-8 stay apart', () => {
    const one = { value: '\ufffd', weight: 1, bytes: Uint8Array.of(0xff) };
    const other = { value: '\ufffd', weight: 1, bytes: Uint8Array.of(0xfe) };
    const sketch = { lgMax: 3, totalWeight: 2, offset: 0, items: [one, other] };
    expect(addFrequentItems([sketch, sketch]).items).toEqual([
      { ...other, weight: 2 },
      { ...one, weight: 2 },
    ]);
  });

  test('the sum of a window is not written: it can hold more than lgMax allows', () => {
    const parts = [build(['a', 'b', 'c', 'd', 'e', 'f'], 3), build(['g'], 3)];
    expect(refusal(() => writeFrequentItems(addFrequentItems(parts)))).toEqual({
      code: 'argument',
      offset: null,
      message: 'frequent items sketch: 7 items are too many for lgMax 3; merge sketches instead of adding them',
    });
  });

  test('nothing is refused', () => {
    expect(refusal(() => addFrequentItems([]))).toEqual({
      code: 'argument',
      offset: null,
      message: 'frequent items sketch: nothing to add; give at least one sketch',
    });
  });

  test('a total beyond 2^53 - 1 is refused', () => {
    const huge = { lgMax: 3, totalWeight: 2 ** 52, offset: 0, items: [{ value: 'a', weight: 2 ** 52 }] };
    expect(refusal(() => addFrequentItems([huge, huge]))).toMatchObject({ code: 'limit', offset: null });
  });
});
