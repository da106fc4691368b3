import { sortedView } from '../../sketch/index.ts';
import { exactKll, weightedKll } from '../testing/sketches.ts';
import { eachPlateau } from './plateaus.ts';

function plateaus(baseline: readonly number[], target: readonly number[]): number[][] {
  const found: number[][] = [];
  eachPlateau(sortedView([exactKll(...baseline)]), sortedView([exactKll(...target)]), (...plateau) => {
    found.push(plateau);
  });
  return found;
}

test.each<[string, readonly number[], readonly number[], readonly (readonly number[])[]]>([
  ['one value', [5], [5], []],
  ['two values on one side', [1, 2], [1], [[1, 2, -0.5]]],
  ['values apart', [1], [4], [[1, 4, 1]]],
  ['values apart the other way', [4], [1], [[1, 4, -1]]],
  [
    'values in turn',
    [1, 3],
    [2, 4],
    [
      [1, 2, 0.5],
      [2, 3, 0],
      [3, 4, 0.5],
    ],
  ],
  [
    'equal values',
    [1, 1, 1, 2],
    [1, 2, 2, 3],
    [
      [1, 2, 0.5],
      [2, 3, 0.25],
    ],
  ],
  ['zeros of either sign', [-0, 1], [0, 1], [[-0, 1, 0]]],
])('stretches between %s', (_, baseline, target, expected) => {
  expect(plateaus(baseline, target)).toEqual(expected);
});

test('items count with their weights', () => {
  const found: number[][] = [];
  const baseline = sortedView([weightedKll([[0, 1], [2]]), exactKll(3)]);
  eachPlateau(baseline, sortedView([exactKll(3)]), (...plateau) => {
    found.push(plateau);
  });
  expect(found).toEqual([
    [0, 1, 0.2],
    [1, 2, 0.4],
    [2, 3, 0.8],
  ]);
});
