import type { Segment } from '../../contract/index.ts';
import { makeSegment } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import { expandSegment } from '../../timeline/index.ts';
import { appliesToSegment, targetSegments } from './target-segments.ts';

const segment = (tags: Readonly<Record<string, string>>): Segment => makeSegment(Object.entries(tags));
const overall = segment({});
const durham = segment({ city: 'durham' });
const blue = segment({ house: 'blue' });
const anyCity = segment({ city: '*' });

function entry(tags: Readonly<Record<string, string>>): CatalogEntry {
  return {
    object: { key: JSON.stringify(tags), sizeBytes: 1, version: 'v1', modifiedMs: 0 },
    index: 0,
    datasetId: 'houses',
    profileId: null,
    timestampMs: 0,
    arrivalMs: null,
    tags: Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)),
    columnNames: [],
  };
}

function found(segments: Segment[], excludeSegments: Segment[], ...profiles: Readonly<Record<string, string>>[]) {
  const entries = profiles.map(entry);
  return targetSegments({ segments, excludeSegments }, (asked) => expandSegment(entries, asked));
}

describe('the segments that a target means', () => {
  it('golden 77: city=* of a profile with two tags is one segment, of one without it none', () => {
    expect(found([anyCity], [], { house: 'blue', city: 'durham' })).toEqual([durham]);
    expect(found([anyCity], [], { house: 'blue' })).toEqual([]);
  });

  const profiles = [
    { city: 'durham', house: 'blue' },
    { city: 'york', house: 'blue' },
  ] as const;
  const york = segment({ city: 'york' });

  it.each<[string, Segment[], Segment[], Segment[]]>([
    ['nothing said: the whole dataset', [], [], [overall]],
    ['the whole dataset', [overall], [], [overall]],
    ['one without data', [segment({ city: 'leeds' })], [], [segment({ city: 'leeds' })]],
    ["several, in the document's order", [blue, anyCity, overall], [], [blue, durham, york, overall]],
    ['each once', [york, anyCity, york], [], [york, durham]],
    [
      'two keys',
      [segment({ city: '*', house: '*' })],
      [],
      [segment({ city: 'durham', house: 'blue' }), segment({ city: 'york', house: 'blue' })],
    ],
    ['less an excluded one', [anyCity], [york], [durham]],
    ['less each value', [anyCity, overall], [anyCity], [overall]],
    ['less the whole dataset', [anyCity, overall], [overall], [durham, york]],
    ['less all', [], [overall], []],
    [
      'an exclusion of more tags is of no account',
      [anyCity],
      [segment({ city: 'york', house: 'blue' })],
      [durham, york],
    ],
    ['an exclusion of another key is of no account', [anyCity], [blue], [durham, york]],
  ])('%s', (_, segments, excludeSegments, expected) => {
    expect(found(segments, excludeSegments, ...profiles)).toEqual(expected);
  });
});

describe('an analyzer applies to a segment', () => {
  it.each<[string, Segment[], Segment[], Segment, boolean]>([
    ['the whole dataset by default', [], [], overall, true],
    ['no other by default', [], [], durham, false],
    ['its value', [durham], [], durham, true],
    ['no other value', [segment({ city: 'york' })], [], durham, false],
    ['no other key', [segment({ house: 'durham' })], [], durham, false],
    ['any value', [anyCity], [], durham, true],
    ['any value of the key', [anyCity], [], blue, false],
    ['with the same number of tags: more', [anyCity], [], segment({ city: 'durham', house: 'blue' }), false],
    ['with the same number of tags: fewer', [segment({ city: '*', house: '*' })], [], durham, false],
    ['all tags', [segment({ city: '*', house: 'blue' })], [], segment({ city: 'durham', house: 'blue' }), true],
    ['not some of them', [segment({ city: '*', house: 'red' })], [], segment({ city: 'durham', house: 'blue' }), false],
    ['one of several', [blue, durham], [], durham, true],
    ['not the whole dataset when others are named', [durham], [], overall, false],
    ['excluded', [anyCity], [durham], durham, false],
    ['excluded by any value', [durham], [anyCity], durham, false],
    ['another excluded', [anyCity], [segment({ city: 'york' })], durham, true],
    ['the whole dataset, excluded', [], [overall], overall, false],
    ['the whole dataset, a segment excluded', [], [durham], overall, true],
  ])('%s', (_, segments, excludeSegments, asked, expected) => {
    expect(appliesToSegment({ segments, excludeSegments }, asked)).toBe(expected);
  });
});
