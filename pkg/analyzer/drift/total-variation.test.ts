import { measureTotalVariation } from './total-variation.ts';

test.each<[string, readonly number[], readonly number[], number, readonly number[]]>([
  ['no cells', [], [], 0, []],
  ['the same', [0.5, 0.5], [0.5, 0.5], 0, [0, 0]],
  ['all moved', [1, 0], [0, 1], 1, [0.5, 0.5]],
  ['a quarter moved', [0.5, 0.5, 0], [0.5, 0.25, 0.25], 0.25, [0, 0.5, 0.5]],
  ['shares that do not sum to 1', [0.5, 0], [0, 0.25], 0.375, [2 / 3, 1 / 3]],
])('the total variation of %s', (_, baseline, target, value, contribution) => {
  const cells = { baseline: Float64Array.from(baseline), target: Float64Array.from(target) };
  expect(measureTotalVariation(cells)).toEqual({ value, contribution, note: '' });
});
