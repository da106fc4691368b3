import { bytesSource } from './byte-source.ts';
import type { ColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { encodeProfile } from './encode-profile.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { writeProfile } from './profile-writer.ts';
import { Fixtures } from './testing/fixtures.ts';

const facts = {
  datasetTimestampMs: 1_755_561_600_000,
  creationTimestampMs: 1_755_648_000_000,
  segmentTags: new Map([
    ['region', 'amer'],
    ['tier', '1'],
  ]),
  metadata: new Map([['segp_cols', '(region)(tier)']]),
};

async function open(bytes: Uint8Array): Promise<Profile> {
  const [profile, ...more] = await openProfiles(bytesSource('day.bin', bytes));
  expect(more).toEqual([]);
  return profile!;
}

test('facts are read back', async () => {
  const profile = await open(encodeProfile(facts, new Map()));
  expect(profile.datasetTimestampMs).toBe(facts.datasetTimestampMs);
  expect(profile.creationTimestampMs).toBe(facts.creationTimestampMs);
  expect([...profile.segmentTags]).toEqual([...facts.segmentTags]);
  expect(profile.metadata.get('segp_cols')).toBe('(region)(tier)');
  expect(profile.columnNames).toEqual([]);
});

test('an unsegmented profile has an empty segment header; what is absent is left out', async () => {
  const bytes = encodeProfile(
    { datasetTimestampMs: null, creationTimestampMs: null, segmentTags: new Map(), metadata: new Map() },
    new Map()
  );
  // WHY1, no segment header, then a profile header: empty properties and a data area of 0 bytes.
  expect([...bytes]).toEqual([0x57, 0x48, 0x59, 0x31, 0, 4, 0x0a, 0, 0x20, 0]);
  const profile = await open(bytes);
  expect([profile.datasetTimestampMs, profile.creationTimestampMs]).toEqual([null, null]);
});

test('columns and paths stand in code-point order, whatever order they came in', () => {
  const component = Uint8Array.of(16, 1);
  const column = (...paths: string[]): ReadonlyMap<string, Uint8Array> =>
    new Map(paths.map((path) => [path, component]));
  const bytes = encodeProfile(
    facts,
    new Map([
      ['b', column('types/string', 'counts/n')],
      ['a', column('counts/n')],
    ])
  );
  const other = encodeProfile(
    facts,
    new Map([
      ['a', column('counts/n')],
      ['b', column('counts/n', 'types/string')],
    ])
  );
  expect(bytes).toEqual(other);
});

describe('what was read can be written and read again', () => {
  const archives = ['golden-numeric', 'golden-strings', 'golden-extras', 'whylabs-oss-v1', 'whylabs-oss-v0'];
  const files = archives.flatMap((archive) =>
    new Fixtures(archive).names('.bin').map((file) => [archive, file] as const)
  );

  test.each(files)('%s %s', async (archive, file) => {
    const [original] = await openProfiles(bytesSource(file, new Fixtures(archive).bytes(file)));
    const columns = new Map<string, ColumnProfile>();
    for (const column of await original!.readColumns()) columns.set(column.name, decodeColumn(column));
    const { datasetTimestampMs, creationTimestampMs, segmentTags, metadata } = original!;
    const bytes = writeProfile({ datasetTimestampMs, creationTimestampMs, segmentTags, metadata }, columns);
    const copy = await open(bytes);
    expect(copy.segmentTags).toEqual(segmentTags);
    expect(copy.metadata).toEqual(metadata);
    for (const column of await copy.readColumns()) {
      expect(describeColumn(decodeColumn(column))).toEqual(describeColumn(columns.get(column.name)!));
    }
    expect(copy.columnNames).toEqual(original!.columnNames);
  });

  test('whylogs’ own bytes of a component are ours, but for the order of frequent items', async () => {
    const original = await open(new Fixtures('golden-numeric').bytes('numeric-1000.bin'));
    const theirs = await original.readColumns();
    const columns = new Map(theirs.map((column) => [column.name, decodeColumn(column)]));
    const copy = await open(writeProfile(facts, columns));
    let compared = 0;
    for (const column of theirs) {
      const ours = (await copy.readColumn(column.name))!.components;
      for (const [path, message] of column.components) {
        if (path.startsWith('frequent_items/')) continue;
        expect([column.name, path, Buffer.compare(ours.get(path)!, message)]).toEqual([column.name, path, 0]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(250);
  });
});
