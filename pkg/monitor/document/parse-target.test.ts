import { readTarget, weightBound } from './parse-target.ts';
import { readExample } from './testing/examples.ts';

const overall = { segments: [[]], excludeSegments: [], profileId: null };
const segment = (...tags: readonly (readonly [string, string])[]) => ({
  tags: tags.map(([key, value]) => ({ key, value })),
});

describe('readTarget', () => {
  it.each([
    [
      { type: 'column', include: ['*'] },
      { type: 'column', include: ['*'], exclude: [], ...overall },
    ],
    [
      { type: 'column', include: ['a', 'group:discrete', 'weight>0.2'], exclude: ['b'], profileId: 'ref-1' },
      {
        type: 'column',
        include: ['a', 'group:discrete', 'weight>0.2'],
        exclude: ['b'],
        ...overall,
        profileId: 'ref-1',
      },
    ],
    [{ type: 'dataset' }, { type: 'dataset', ...overall }],
    [{}, { type: 'dataset', ...overall }],
    [
      { type: 'dataset', segments: [], excludeSegments: [], exclude: ['a'] },
      { type: 'dataset', ...overall },
    ],
    [
      { type: 'dataset', segments: [{ tags: [] }] },
      { type: 'dataset', ...overall },
    ],
    [
      { type: 'dataset', segments: [segment(['', ''])] },
      { type: 'dataset', ...overall },
    ],
    [
      {
        type: 'dataset',
        segments: [segment(['b', '*'], ['a', '1']), segment(['k', ''])],
        excludeSegments: [segment(['a', '2'])],
      },
      {
        type: 'dataset',
        segments: [
          [
            { key: 'a', value: '1' },
            { key: 'b', value: '*' },
          ],
          [{ key: 'k', value: '' }],
        ],
        excludeSegments: [[{ key: 'a', value: '2' }]],
        profileId: null,
      },
    ],
  ])('reads %j', (target, expected) => {
    expect(readExample(target, readTarget)).toEqual({ value: expected, problems: [] });
  });

  it('is null where there is none', () => {
    expect(readTarget(null)).toBeNull();
  });

  it.each([
    [{ type: 'column' }, 'warning x.include: no column is included, so nothing is analysed. Remedy: ["*"], or names'],
    [
      { type: 'column', include: [] },
      'warning x.include: no column is included, so nothing is analysed. Remedy: ["*"], or names',
    ],
    [
      { type: 'column', include: ['a', 'group:int'] },
      'warning x.include[1]: "group:int" is no group and matches only a column of this very name. Remedy: group:input, group:output, group:discrete, group:continuous',
    ],
    [
      { type: 'column', include: ['*'], exclude: ['group:continous'] },
      'warning x.exclude[0]: "group:continous" is no group and matches only a column of this very name. Remedy: group:input, group:output, group:discrete, group:continuous',
    ],
    [
      { type: 'column', include: ['weight>high'] },
      'warning x.include[0]: "weight>high" names no number and matches only a column of this very name. Remedy: write it like weight>0.24',
    ],
    [
      { type: 'column', include: ['prompt.*'] },
      'note x.include[0]: "prompt.*" matches every column of this pattern; WhyLabs knew names, groups and "*" alone',
    ],
    [
      { type: 'column', include: ['*'], exclude: ['a?'] },
      'note x.exclude[0]: "a?" matches every column of this pattern; WhyLabs knew names, groups and "*" alone',
    ],
    [
      { type: 'dataset', include: ['*'] },
      'note x.include: a target of the whole dataset has no columns, so this is ignored. Remedy: remove it, or set type to "column"',
    ],
    [
      { type: 'column', include: '*' },
      'note x.include: a single value is read as a list of one. Remedy: put it in brackets',
    ],
    [
      { type: 'column', include: ['*'], batchOffset: 1 },
      'note x.batchOffset: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
    [
      { type: 'dataset', batchOffset: 1 },
      'note x.batchOffset: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
    [
      { type: 'dataset', segments: [{ tags: [], tag: 1 }] },
      'note x.segments[0].tag: this key is unknown; it is kept and has no effect. Remedy: is "tags" meant?',
    ],
    [
      { type: 'dataset', segments: [{ tags: [{ key: 'a', value: '1', op: 'is' }] }] },
      'note x.segments[0].tags[0].op: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
  ])('says of %j what is probably not meant', (target, problem) => {
    expect(readExample(target, readTarget).problems).toEqual([problem]);
  });
});

describe('weightBound', () => {
  it.each([
    ['weight>0.24', 0.24],
    ['weight>.24', 0.24],
    ['weight> 1 ', 1],
    ['weight>-1', -1],
    ['weight>0', 0],
    ['weight>x', null],
    ['weight>', null],
    ['weight>Infinity', null],
    ['xweight>1', null],
    ['weight>1 2', null],
    ['a', null],
  ])('%j: %j', (entry, bound) => {
    expect(weightBound(entry)).toBe(bound);
  });
});
