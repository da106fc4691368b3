import { compactRun } from './compact-run.ts';

test.each([
  ['the first of each pair, nothing above', [1, 2, 3, 4], [], 0, [1, 3]],
  ['the second of each pair, nothing above', [1, 2, 3, 4], [], 1, [2, 4]],
  ['into a level above', [1, 4, 6, 9], [2, 5, 7], 0, [1, 2, 5, 6, 7]],
  ['into a level above, all of it smaller', [5, 6], [1, 2, 3], 1, [1, 2, 3, 6]],
  ['into a level above, all of it greater', [1, 2, 3, 4], [7, 8], 1, [2, 4, 7, 8]],
  ['equal items', [3, 3], [3], 0, [3, 3]],
  ['nothing', [], [1], 0, [1]],
] as const)('%s', (_, run, above, coin, expected) => {
  const items = Float64Array.of(-99, ...run, ...above, 99);
  compactRun(items, 1, run.length, above.length, coin);
  expect(Array.from(items.subarray(1 + run.length / 2, 1 + run.length + above.length))).toEqual(expected);
  expect([items[0], items.at(-1)]).toEqual([-99, 99]);
});
