import type { Segment } from '../../contract/index.ts';
import type { EntityWeights } from '../document/entity.ts';
import { columnWeight } from './column-weight.ts';

const durham: Segment = [{ key: 'city', value: 'durham' }];
const york: Segment = [{ key: 'city', value: 'york' }];
const blue: Segment = [{ key: 'house', value: 'blue' }];

const weights = (
  defaults: [string, number][],
  ...entries: { segment: Segment; weights: [string, number][] }[]
): EntityWeights => ({
  defaultWeights: new Map(defaults),
  segmentWeights: entries.map((entry) => ({ segment: entry.segment, weights: new Map(entry.weights) })),
});

describe('golden 80: default 1, city=durham .3 for a', () => {
  const given = weights(
    [
      ['a', 1],
      ['b', 1],
    ],
    { segment: durham, weights: [['a', 0.3]] }
  );

  it.each<[string, Segment, string, number]>([
    ['durham a', durham, 'a', 0.3],
    ['durham, other column', durham, 'b', 1],
    ['house=blue a', blue, 'a', 1],
  ])('%s', (_, segment, column, expected) => {
    expect(columnWeight(given, segment, column)).toBe(expected);
  });
});

describe('the weight of a column', () => {
  const given = weights(
    [['a', 1]],
    { segment: [...blue, ...durham], weights: [['a', 4]] },
    { segment: durham, weights: [['z', 0]] },
    {
      segment: durham,
      weights: [
        ['a', 9],
        ['b', 9],
      ],
    },
    { segment: [], weights: [['c', 2]] }
  );

  it.each<[string, Segment, string, number | null]>([
    ['none', york, 'b', null],
    ['0 is a weight', durham, 'z', 0],
    ['the first entry of a segment counts, later ones do not', durham, 'a', 1],
    ['nor for columns that only they name', durham, 'b', null],
    ['of the whole dataset', [], 'c', 2],
    ['of the whole dataset, by default', [], 'a', 1],
    ['of tags in another order', [...durham, ...blue], 'a', 4],
    ['of another value', york, 'z', null],
    ['of fewer tags', york, 'c', null],
    ['of another value, by default', york, 'a', 1],
    ['of another key with the same value', [{ key: 'house', value: 'durham' }], 'z', null],
    ['of a name from the prototype', [], 'constructor', null],
  ])('%s', (_, segment, column, expected) => {
    expect(columnWeight(given, segment, column)).toBe(expected);
  });
});
