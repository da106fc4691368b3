import type { CatalogEntry } from '../store/index.ts';
import { batchMembers, expandSegment, type Tags } from './index.ts';
import { tagged } from './testing/entries.ts';

function segment(tags: Readonly<Record<string, string>>): Tags {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

const overall = segment({});

function keys(entries: readonly CatalogEntry[]): string[] {
  return entries.map(({ object }) => object.key);
}

describe('the profiles of a batch', () => {
  const whole = tagged({});
  const [jfk, lga] = [tagged({ origin: 'JFK' }), tagged({ origin: 'LGA' })];
  const [jfkUa, jfkAa, lgaUa] = [
    tagged({ origin: 'JFK', carrier: 'UA' }),
    tagged({ origin: 'JFK', carrier: 'AA' }),
    tagged({ origin: 'LGA', carrier: 'UA' }),
  ];
  const [ua, aa] = [tagged({ carrier: 'UA' }), tagged({ carrier: 'AA' })];

  it.each<[string, readonly CatalogEntry[], Tags, readonly CatalogEntry[], boolean]>([
    ['of nothing', [], overall, [], false],
    ['of nothing, for a segment', [], segment({ origin: 'JFK' }), [], false],
    ['unsegmented', [whole, whole], overall, [whole, whole], false],
    ['unsegmented, for a segment', [whole], segment({ origin: 'JFK' }), [], false],
    ['one partition: the whole is all of it', [jfk, lga], overall, [jfk, lga], false],
    ['one partition, one segment', [jfk, lga], segment({ origin: 'LGA' }), [lga], false],
    ['an unknown value', [jfk, lga], segment({ origin: 'EWR' }), [], false],
    ['an unknown key', [jfk, lga], segment({ dest: 'JFK' }), [], false],
    ['a value of another key', [jfk], segment({ carrier: 'JFK' }), [], false],
    ['more tags than asked for', [jfkUa, jfkAa, lgaUa], segment({ origin: 'JFK' }), [jfkUa, jfkAa], false],
    ['all tags asked for', [jfkUa, jfkAa, lgaUa], segment({ carrier: 'UA', origin: 'JFK' }), [jfkUa], false],
    ['fewer tags than asked for', [jfk], segment({ origin: 'JFK', carrier: 'UA' }), [], false],
    ['unsegmented beside segmented: both are of the whole', [whole, jfk, lga], overall, [whole, jfk, lga], false],
    ['unsegmented beside segmented, one segment', [whole, jfk, lga], segment({ origin: 'JFK' }), [jfk], false],
    ['two partitions: the first by name', [jfk, ua, lga, aa], overall, [ua, aa], true],
    ['two partitions and unsegmented ones', [jfk, whole, ua], overall, [whole, ua], true],
    ['two partitions, a segment of the one', [jfk, ua, lga, aa], segment({ origin: 'JFK' }), [jfk], false],
    [
      'a finer partition beside a coarse one: the coarse one',
      [jfkUa, jfkAa, jfk, lga, lgaUa],
      overall,
      [jfk, lga],
      true,
    ],
    ['both of them, a segment', [jfkUa, jfkAa, jfk], segment({ origin: 'JFK' }), [jfk], true],
    ['both of them, a segment of the finer', [jfkUa, jfkAa, jfk], segment({ carrier: 'UA' }), [jfkUa], false],
    ['several files of one segment', [jfk, jfk, lga], segment({ origin: 'JFK' }), [jfk, jfk], false],
    ['an empty value', [tagged({ origin: '' }), jfk], segment({ origin: '' }), [tagged({ origin: '' })], false],
  ])('%s', (_, entries, asked, members, wasChosen) => {
    expect(batchMembers(entries, asked)).toEqual({ members, wasChosen });
  });

  it('counts keys, whatever their texts', () => {
    const [odd, two] = [tagged({ 'z","z': '1' }), tagged({ a: '1', b: '1' })];
    expect(keys(batchMembers([two, odd], overall).members)).toEqual(keys([odd]));
  });

  it('does not depend on the order of the profiles', () => {
    const entries = [jfkUa, jfk, ua, aa, lga, lgaUa];
    expect(new Set(keys(batchMembers(entries, overall).members))).toEqual(new Set(keys([ua, aa])));
    expect(new Set(keys(batchMembers([...entries].reverse(), overall).members))).toEqual(new Set(keys([ua, aa])));
  });
});

describe('the segments that a segment stands for', () => {
  const entries = [
    tagged({ origin: 'LGA', carrier: 'UA' }),
    tagged({ origin: 'JFK', carrier: 'UA' }),
    tagged({ origin: 'JFK', carrier: 'AA' }),
    tagged({ origin: 'JFK', carrier: 'AA' }),
    tagged({ origin: '' }),
    tagged({}),
  ];

  it.each<[string, Tags, readonly Tags[]]>([
    ['the whole dataset', overall, [overall]],
    ['one that occurs', segment({ origin: 'JFK' }), [segment({ origin: 'JFK' })]],
    ['one that does not occur', segment({ origin: 'EWR' }), [segment({ origin: 'EWR' })]],
    [
      'each value of a key',
      segment({ origin: '*' }),
      [segment({ origin: '' }), segment({ origin: 'JFK' }), segment({ origin: 'LGA' })],
    ],
    [
      'each value of a key beside a fixed one',
      segment({ carrier: 'UA', origin: '*' }),
      [segment({ carrier: 'UA', origin: 'JFK' }), segment({ carrier: 'UA', origin: 'LGA' })],
    ],
    [
      'each combination that occurs',
      segment({ carrier: '*', origin: '*' }),
      [
        segment({ carrier: 'AA', origin: 'JFK' }),
        segment({ carrier: 'UA', origin: 'JFK' }),
        segment({ carrier: 'UA', origin: 'LGA' }),
      ],
    ],
    ['each value of a key that does not occur', segment({ dest: '*' }), []],
    ['each value beside a fixed one that does not occur', segment({ carrier: 'DL', origin: '*' }), []],
  ])('%s', (_, asked, expected) => {
    expect(expandSegment(entries, asked)).toEqual(expected);
    expect(expandSegment([...entries].reverse(), asked)).toEqual(expected);
  });

  it('takes a value that is an asterisk itself for what it is', () => {
    const found = expandSegment([tagged({ origin: '*' }), tagged({ origin: 'JFK' })], segment({ origin: '*' }));
    expect(found).toEqual([segment({ origin: '*' }), segment({ origin: 'JFK' })]);
    const [literal] = found;
    expect(
      keys(batchMembers([tagged({ origin: '*' }), tagged({ origin: 'JFK' })], literal ?? overall).members)
    ).toEqual(['origin=*']);
  });
});
