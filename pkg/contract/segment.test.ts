import type { Segment } from './index.ts';
import { makeSegment, overallSegment, segmentText } from './index.ts';
import { JsonReader } from './json-reader.ts';
import { parseSegments } from './segment.ts';
import { refusal } from './testing/refusal.ts';

function parse(segments: unknown): readonly Segment[] {
  return parseSegments(new JsonReader({ segments }).objects('segments'));
}

function tags(...pairs: (readonly [string, string])[]): Segment {
  return pairs.map(([key, value]) => ({ key, value }));
}

describe('the segments of a query', () => {
  it.each([
    ['absent', undefined],
    ['null', null],
    ['an empty list', []],
    ['a segment without tags', [{}]],
    ['empty tags', [{ tags: [] }]],
    ['a blank tag', [{ tags: [{ key: '', value: '' }] }]],
    ['a value without a key', [{ tags: [{ value: 'BR' }] }]],
    ['several of these', [{}, { tags: [] }, { tags: [{ key: null, value: null }] }]],
  ])('%s is the whole dataset', (_, segments) => {
    expect(parse(segments)).toEqual([overallSegment]);
  });

  it('has its tags in the order of their keys', () => {
    const segments = [
      {
        tags: [
          { key: 'device', value: 'ios' },
          { key: 'Country', value: 'BR' },
          { key: '', value: 'x' },
          { key: 'a', value: '*' },
        ],
      },
    ];
    expect(parse(segments)).toEqual([tags(['Country', 'BR'], ['a', '*'], ['device', 'ios'])]);
  });

  it('keeps a key whose value is empty: a tag can be', () => {
    expect(parse([{ tags: [{ key: 'country' }] }])).toEqual([tags(['country', ''])]);
  });

  it('has each segment once, in the order of the query', () => {
    const [br, us] = [
      { key: 'country', value: 'BR' },
      { key: 'country', value: 'US' },
    ];
    const [ios, android] = [
      { key: 'device', value: 'ios' },
      { key: 'device', value: 'android' },
    ];
    const segments = [
      { tags: [us] },
      { tags: [br, ios] },
      {},
      { tags: [us] },
      { tags: [ios, br] },
      { tags: [android] },
    ];
    expect(parse(segments)).toEqual([[us], [br, ios], [], [android]]);
  });

  it('refuses a key that occurs twice', () => {
    const twice = [
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '1' },
          { key: 'a', value: '1' },
        ],
      },
    ];
    expect(() => parse([{}, ...twice])).toThrow(
      refusal('unknown-value', 'segments[1].tags', 'a key occurs twice; a segment has each key once')
    );
  });

  it.each([
    [{}, 'segments', 'a list is expected, not an object'],
    ['country=BR', 'segments', 'a list is expected, not a string'],
    [['country=BR'], 'segments[0]', 'an object is expected, not a string'],
    [[{ tags: {} }], 'segments[0].tags', 'a list is expected, not an object'],
    [[{ tags: ['a'] }], 'segments[0].tags[0]', 'an object is expected, not a string'],
    [[{ tags: [{ key: 'hour', value: 3 }] }], 'segments[0].tags[0].value', 'a text is expected, not a number'],
  ])('%p is refused', (segments, path, text) => {
    expect(() => parse(segments)).toThrow(refusal('wrong-type', path, text));
  });
});

describe('a segment', () => {
  it.each<[Segment, string]>([
    [overallSegment, 'overall'],
    [tags(['country', 'BR']), 'country=BR'],
    [tags(['country', 'BR'], ['device', 'ios']), 'country=BR,device=ios'],
    [tags(['country', '']), 'country='],
    [tags(['overall', '']), 'overall='],
  ])('%p reads %p', (segment, text) => {
    expect(segmentText(segment)).toBe(text);
  });

  it.each<[readonly (readonly [string, string])[], Segment]>([
    [[], overallSegment],
    [
      [
        ['b', '1'],
        ['a', '2'],
        ['B', '3'],
      ],
      tags(['B', '3'], ['a', '2'], ['b', '1']),
    ],
  ])('of %p is %p', (pairs, segment) => {
    expect(makeSegment(pairs)).toEqual(segment);
    expect(makeSegment(new Map(pairs))).toEqual(segment);
  });
});
