import { bytesSource } from './byte-source.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { asRead, differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';

// Profiles written by Python's whylogs 1.6.4, and what the same library finds in them.
interface Golden {
  readonly datasetTimestamp: number;
  readonly creationTimestamp: number;
  readonly metadata: Record<string, string>;
  readonly columns: Record<string, Json>;
  readonly tags?: Record<string, string>;
  readonly segment?: Record<string, string>;
}

interface GoldenSegments {
  readonly files: readonly (Golden & { readonly file: string })[];
}

async function openOne(name: string, bytes: Uint8Array): Promise<Profile> {
  const [profile, ...more] = await openProfiles(bytesSource(name, bytes));
  if (profile === undefined || more.length > 0) throw new Error(`${1 + more.length} profiles`);
  return profile;
}

async function expectGolden(profile: Profile, golden: Golden): Promise<void> {
  expect(profile.format).toBe('v1');
  expect(profile.datasetTimestampMs).toBe(golden.datasetTimestamp);
  expect(profile.creationTimestampMs).toBe(golden.creationTimestamp);
  expect(Object.fromEntries(profile.metadata)).toEqual({ ...golden.tags, ...golden.metadata });
  expect(Object.fromEntries(profile.segmentTags)).toEqual(golden.segment ?? {});
  expect(profile.columnNames).toEqual(Object.keys(golden.columns));
  const columns = await profile.readColumns();
  const found = columns.map((column) => [column.name, describeColumn(decodeColumn(column))]);
  // The inclusive convention is nobody's in this field. Ranks stand in some of the files only, and the reference vectors
  // of embeddings are no part of whylogs' summary.
  const comparison = { tolerance: asRead, ignored: ['truth', 'checks', 'incl'], optional: ['ranks', 'references'] };
  expect(differences(Object.fromEntries(found), golden.columns, comparison)).toEqual([]);
}

for (const archive of ['golden-numeric', 'golden-strings', 'golden-extras']) {
  const fixtures = new Fixtures(archive);
  describe(archive, () => {
    const files = fixtures.names('.bin');
    test('holds files', () => {
      expect(files.length).toBeGreaterThan(5);
    });
    test.each(files)('%s', async (file) => {
      const profile = await openOne(file, fixtures.bytes(file));
      await expectGolden(profile, fixtures.json<Golden>(file.replace(/\.bin$/, '.json')));
    });
  });
}

describe('golden-segments', () => {
  const fixtures = new Fixtures('golden-segments');
  const cases = fixtures.names('.json').filter((name) => name !== 'index.json');
  const files = cases.flatMap((name) => {
    const golden = fixtures.json<Partial<GoldenSegments>>(name);
    return (golden.files ?? []).map((file) => ({ ...file, file: file.file.replace(/^segments\//, '') }));
  });
  test('holds segments of one and of several columns, filtered, with key values and with missing values', () => {
    expect(files.length).toBeGreaterThan(25);
  });
  test.each(files)('$file', async (golden) => {
    await expectGolden(await openOne(golden.file, fixtures.bytes(golden.file)), golden);
  });
  test('a segment whose value is None', async () => {
    const golden = fixtures.json<Golden>('none-value.json');
    const profile = await openOne('none-value.bin', fixtures.bytes('none-value.bin'));
    await expectGolden(profile, { ...golden, segment: { region: 'None' } });
  });
});
