import { goldenBytes, goldenNames } from '../testing/fixtures.ts';
import { FrequentItemsBuilder } from './frequent-items-builder.ts';
import { readFrequentItems } from './read-frequent-items.ts';
import { writeFrequentItems } from './write-frequent-items.ts';

test.each(goldenNames('fi-'))('%s: written again it has the same size, header and items', (name) => {
  const bytes = goldenBytes(name);
  const image = writeFrequentItems(readFrequentItems(bytes));
  expect(image).toHaveLength(bytes.length);
  // Byte 4 is the size of a map that may have grown for values since dropped, byte 5 the two bits for empty.
  expect([image.subarray(0, 4), image.subarray(6, 32)]).toEqual([bytes.subarray(0, 4), bytes.subarray(6, 32)]);
  expect(readFrequentItems(image).items).toEqual(readFrequentItems(bytes).items);
});

test('an empty sketch says so for readers of both kinds', () => {
  expect(writeFrequentItems(new FrequentItemsBuilder(7).toSketch())).toEqual(Uint8Array.of(1, 1, 10, 7, 3, 5, 0, 0));
});

test('a sketch whose items were all dropped keeps its total weight and error', () => {
  const builder = new FrequentItemsBuilder(3);
  for (let i = 0; i < 7; i++) builder.update(`v${i}`);
  const image = writeFrequentItems(builder.toSketch());
  expect(image).toHaveLength(32);
  expect(readFrequentItems(image)).toMatchObject({ totalWeight: 7, offset: 1, items: [] });
});

test('by hand', () => {
  const sketch = { lgMax: 4, totalWeight: 2 ** 40 + 7, offset: 2, items: [{ value: 'é', weight: 2 ** 40 + 5 }] };
  const expected = new Uint8Array(46);
  expected.set([4, 1, 10, 4, 3, 0, 0, 0, 1]);
  expected.set([7, 0, 0, 0, 0, 1], 16);
  expected.set([2], 24);
  expected.set([5, 0, 0, 0, 0, 1], 32);
  expected.set([2, 0, 0, 0, 0xc3, 0xa9], 40);
  expect(writeFrequentItems(sketch)).toEqual(expected);
});

test.each([
  // Items, logarithm of the map: at most three quarters are used.
  [6, 3],
  [7, 4],
  [12, 4],
  [13, 5],
  [768, 10],
])('%d items need a map of 2^%d', (count, lgMap) => {
  const items = Array.from({ length: count }, (_, i) => ({ value: `v${i}`, weight: 1 }));
  expect(writeFrequentItems({ lgMax: 10, totalWeight: count, offset: 0, items })[4]).toBe(lgMap);
});
