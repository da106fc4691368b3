import { createHash } from 'node:crypto';
import { expected, refusal } from '../testing/fixtures.ts';
import { FrequentItemsBuilder } from './frequent-items-builder.ts';
import { readFrequentItems } from './read-frequent-items.ts';
import { writeFrequentItems } from './write-frequent-items.ts';

const streams: Record<(typeof expected.frequentItems)[number]['stream'], (i: number) => [string, number]> = {
  squares: (i) => [`v${(i * i) % 1009}`, 1],
  distinct: (i) => [`id-${i}`, 1],
  weighted: (i) => [`w${i % 97}`, (i % 13) + 1],
  accents: (i) => [`é${i % 300}😀`, 1 + (i % 7)],
};

test.each(expected.frequentItems)('$stream, lgMax $lgMax: the sketch of Apache and whylogs', (golden) => {
  const builder = new FrequentItemsBuilder(golden.lgMax);
  for (let i = 0; i < golden.n; i++) builder.update(...streams[golden.stream](i));
  const sketch = builder.toSketch();
  expect(sketch).toMatchObject({ lgMax: golden.lgMax, totalWeight: golden.totalWeight, offset: golden.offset });
  const items = sketch.items.map(({ value, weight }) => [value, weight]);
  expect(items).toHaveLength(golden.count);
  if (golden.items !== null) expect(items).toEqual(golden.items);
  expect(createHash('sha256').update(JSON.stringify(items)).digest('hex')).toBe(golden.sha256);
  const again = readFrequentItems(writeFrequentItems(sketch));
  expect(again.items).toEqual(sketch.items);
  expect(again).toMatchObject({ lgMax: golden.lgMax, totalWeight: golden.totalWeight, offset: golden.offset });
});

describe('a builder', () => {
  test('keeps the empty text, texts of any length, and what UTF-8 cannot say as U+FFFD', () => {
    const builder = new FrequentItemsBuilder();
    const long = 'x'.repeat(100_000);
    builder.update('', 2);
    builder.update(long);
    builder.update('\ud800');
    builder.update('\udfff');
    expect(builder.toSketch().items).toEqual([
      { value: '', weight: 2 },
      { value: long, weight: 1 },
      { value: '\ufffd', weight: 2 },
    ]);
  });

  test('a weight of 0 changes nothing', () => {
    const builder = new FrequentItemsBuilder();
    builder.update('a', 0);
    expect(builder.toSketch()).toMatchObject({ totalWeight: 0, items: [] });
  });

  test('of 768 values keeps all, of one more whatever the median leaves', () => {
    const builder = new FrequentItemsBuilder();
    for (let i = 0; i < 768; i++) builder.update(`v${i}`);
    expect(builder.toSketch()).toMatchObject({ offset: 0, items: { length: 768 } });
    builder.update('one more');
    expect(builder.toSketch()).toMatchObject({ offset: 1, totalWeight: 769, items: [] });
  });

  test('goes on after a sketch was taken, which does not change', () => {
    const builder = new FrequentItemsBuilder(3);
    builder.update('a', 5);
    const early = builder.toSketch();
    builder.update('a');
    for (let i = 0; i < 100; i++) builder.update(`v${i}`);
    expect(early.items).toEqual([{ value: 'a', weight: 5 }]);
  });

  test.each([-1, 0.5, NaN, Infinity, 2 ** 53])('refuses a weight of %p', (weight) => {
    expect(refusal(() => new FrequentItemsBuilder().update('a', weight))).toEqual({
      code: 'argument',
      offset: null,
      message: `frequent items sketch: weight ${weight} is no whole number from 0 to 2^53 - 1`,
    });
  });

  test('refuses a total beyond 2^53 - 1', () => {
    const builder = new FrequentItemsBuilder();
    builder.update('a', Number.MAX_SAFE_INTEGER);
    expect(refusal(() => builder.update('b'))).toMatchObject({ code: 'limit' });
    expect(builder.toSketch().totalWeight).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([2, 31, 9.5, NaN])('refuses lgMax %p', (lgMax) => {
    expect(refusal(() => new FrequentItemsBuilder(lgMax))).toEqual({
      code: 'argument',
      offset: null,
      message: `frequent items sketch: lgMax is ${lgMax}; give an integer from 3 to 30`,
    });
  });
});
