import { strToU8, zipSync } from 'fflate';
import { bytesSource } from './byte-source.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import type { ProfileLimits } from './profile-limits.ts';
import { buildV1, concatenate } from './testing/build-v1.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

const profile = buildV1({ properties: new WireWriter().uint(5, 1_000).finish() });

/** Long enough to be looked for behind another. */
const padded = buildV1({ properties: new WireWriter().uint(5, 1_755_561_600_000).text(3, 'padding').finish() });

async function open(archive: Uint8Array, limits?: Partial<ProfileLimits>): Promise<readonly Profile[]> {
  return openProfiles(bytesSource('day.zip', archive), limits);
}

test('each entry is a profile, whatever its name', async () => {
  const archive = zipSync({ tmpab12: profile, 'folder/b.bin': profile, stored: [profile, { level: 0 }] });
  const profiles = await open(archive);
  expect(profiles.map(({ object }) => object).sort()).toEqual([
    'day.zip!folder/b.bin',
    'day.zip!stored',
    'day.zip!tmpab12',
  ]);
  expect(profiles.map(({ datasetTimestampMs }) => datasetTimestampMs)).toEqual([1_000, 1_000, 1_000]);
});

test('folders, sidecars and shadows of macOS are passed over', async () => {
  const archive = zipSync({
    'folder/': new Uint8Array(0),
    'folder/a.bin': profile,
    'folder/a.json': strToU8('{}'),
    '__MACOSX/folder/._a.bin': strToU8('shadow'),
  });
  expect((await open(archive)).map(({ object }) => object)).toEqual(['day.zip!folder/a.bin']);
});

test.each<[string, () => Uint8Array, Partial<ProfileLimits>, string]>([
  ['an empty archive', () => zipSync({}), {}, 'day.zip: the archive holds no profile. Keep only'],
  [
    'an entry that is no profile',
    () => zipSync({ a: profile, b: strToU8('hello world') }),
    {},
    'day.zip!b: its first bytes, 68656c6c, are neither',
  ],
  [
    'an archive within an archive',
    () => zipSync({ inner: zipSync({ a: profile }) }),
    {},
    'day.zip!inner: an archive within an archive. Write',
  ],
  [
    'too many entries',
    () => zipSync({ a: profile, b: profile }),
    { profilesInObject: 1 },
    'day.zip: more than 1 entries, the limit profilesInObject. Raise',
  ],
  [
    'too much to unpack',
    () => zipSync({ a: profile, b: new Uint8Array(5_000) }),
    { unpackedBytes: 5_000 },
    `day.zip: ${5_000 + profile.length} bytes to unpack by entry "b", more than unpackedBytes allows. Raise`,
  ],
  [
    'a larger archive than may be held',
    () => zipSync({ a: profile }),
    { wholeObjectBytes: 20 },
    'bytes are more than wholeObjectBytes allows. Raise',
  ],
  [
    'too many profiles in its entries',
    () => zipSync({ a: concatenate(padded, padded), b: padded }),
    { profilesInObject: 2 },
    'day.zip: more than 2 profiles, the limit profilesInObject. Raise',
  ],
  ['a cut archive', () => zipSync({ a: profile }).subarray(0, -5), {}, 'day.zip: the zip cannot be unpacked: '],
])('%s is refused', async (_, archive, limits, text) => {
  await expect(open(archive(), limits)).rejects.toThrow(text);
});

describe('an archive that lies', () => {
  const body = buildV1({ trailing: new Uint8Array(4_000) });

  /** The archive with a 32-bit number of its central directory changed. */
  function forge(archive: Uint8Array, fieldOffset: number, value: number): Uint8Array {
    const forged = archive.slice();
    const view = new DataView(forged.buffer);
    const directory = view.getUint32(forged.length - 22 + 16, true);
    view.setUint32(directory + fieldOffset, value, true);
    return forged;
  }
  const unpackedSize = 24;

  test('about a size too large', async () => {
    const archive = zipSync({ a: body });
    await expect(open(forge(archive, unpackedSize, body.length + 1))).rejects.toThrow(
      `day.zip: entry "a" has ${body.length} bytes where ${body.length + 1} are announced. Write`
    );
  });

  test('about a size that nothing packs into', async () => {
    await expect(open(forge(zipSync({ a: body }), unpackedSize, 0x7fffffff))).rejects.toThrow(
      'day.zip: entry "a" announces 2147483647 bytes packed into'
    );
  });

  test('about packed bytes that it does not have', async () => {
    const packedSize = 20;
    await expect(open(forge(zipSync({ a: body }), packedSize, 1_000_000))).rejects.toThrow(
      'day.zip: entry "a" announces 1000000 packed bytes, more than the archive has left'
    );
  });

  test('about a size too small: what is left is cut off', async () => {
    await expect(open(forge(zipSync({ a: body }), unpackedSize, 8))).rejects.toThrow('day.zip!a: profile header: ');
  });

  test('an entry may be called __proto__', async () => {
    const archive = Buffer.from(zipSync({ '123456789': profile }));
    const name = Buffer.from('123456789');
    for (let at = archive.indexOf(name); at >= 0; at = archive.indexOf(name)) archive.write('__proto__', at);
    expect((await open(archive)).map(({ object }) => object)).toEqual(['day.zip!__proto__']);
  });
});

describe('archives of other writers', () => {
  test('a segmented reference that WhyLabs zipped', async () => {
    const name = 'profiles/reference/org-0-model-2250-reference.zip';
    const profiles = await open(new Fixtures('whylabs-oss-v1').bytes(name));
    expect(profiles.map(({ segmentTags }) => Object.fromEntries(segmentTags))).toEqual([
      { col1: expect.any(String) as string },
      { col1: expect.any(String) as string },
      { col1: expect.any(String) as string },
    ]);
    for (const { columnNames } of profiles) expect(columnNames.length).toBeGreaterThan(0);
  });

  test("the local writer's zip holds the same segments as its files", async () => {
    const fixtures = new Fixtures('golden-segments');
    const zipped = await open(fixtures.bytes('two-columns.zip'));
    const files = fixtures.names('.bin', 'two-columns/');
    expect(zipped).toHaveLength(files.length);
    for (const entry of zipped) {
      const file = `two-columns/${entry.object.split('!')[1] ?? ''}`;
      const [single] = await openProfiles(bytesSource(file, fixtures.bytes(file)));
      expect(entry.segmentTags).toEqual(single?.segmentTags);
      const column = await entry.readColumn('amount');
      const other = await single?.readColumn('amount');
      expect(decodeColumn(column!, ['counts'])).toEqual(decodeColumn(other!, ['counts']));
    }
  });
});
