import { sortRange } from './sort-range.ts';

test.each([0, 1, 2, 3, 23, 24, 25, 26, 200])('%d items are sorted, those around them left alone', (count) => {
  const items = Float64Array.from({ length: count + 2 }, (_, i) => (i * 37) % 101);
  items[0] = 1000;
  items[count + 1] = -1000;
  const expected = [1000, ...Array.from(items.subarray(1, count + 1)).sort((a, b) => a - b), -1000];
  sortRange(items, 1, count + 1);
  expect(Array.from(items)).toEqual(expected);
});

test('infinities', () => {
  const items = Float64Array.of(Infinity, 5, -Infinity, 5);
  sortRange(items, 0, 4);
  expect(Array.from(items)).toEqual([-Infinity, 5, 5, Infinity]);
});
