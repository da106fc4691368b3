import { bytesSource } from './byte-source.ts';
import { contentHash } from './content-hash.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { type ProfileTimes, replaceTimes } from './replace-times.ts';
import { buildV1 } from './testing/build-v1.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

const times = (datasetTimestampMs: number | null, creationTimestampMs: number | null): ProfileTimes => ({
  datasetTimestampMs,
  creationTimestampMs,
});

/** All that a profile says, its times apart; columns by the hash of their bytes. */
async function rest(profile: Profile): Promise<object> {
  const columns = await profile.readColumns();
  return {
    tags: [...profile.segmentTags],
    metadata: [...profile.metadata],
    names: profile.columnNames,
    columns: columns.map((column) => [column.name, contentHash(column)]),
  };
}

const timesOf = ({ datasetTimestampMs, creationTimestampMs }: Profile): ProfileTimes =>
  times(datasetTimestampMs, creationTimestampMs);

const archives = [
  'golden-numeric',
  'golden-strings',
  'golden-extras',
  'golden-segments',
  'flights-six-days',
  'whylabs-oss-v1',
].flatMap((name) => {
  const fixtures = new Fixtures(name);
  // One of the golden files is in the older form on purpose.
  const files = fixtures.names('.bin').filter((file) => !file.endsWith('-v0.bin'));
  return files.map((file) => [`${name} ${file}`, fixtures.bytes(file)] as const);
});

describe('a v1 file of another implementation', () => {
  it('is one of many', () => {
    expect(archives.length).toBeGreaterThan(80);
  });

  // Timestamps of other lengths move all that follows them.
  it.each(archives)(
    '%s has other times and is the same otherwise, and is itself again with its own',
    async (name, bytes) => {
      const before = await openProfiles(bytesSource(name, bytes));
      for (const wanted of [times(1, 2), times(1_800_000_000_000, 1_800_000_000_001), times(2 ** 50, 1)]) {
        const changed = replaceTimes(name, bytes, () => wanted);
        const after = await openProfiles(bytesSource(name, changed));
        expect(after.map(timesOf)).toEqual(before.map(() => wanted));
        expect(await Promise.all(after.map(rest))).toEqual(await Promise.all(before.map(rest)));
        const own = before.map(timesOf);
        expect(
          Buffer.compare(
            replaceTimes(name, changed, () => own.shift() ?? wanted),
            bytes
          )
        ).toBe(0);
      }
    }
  );
});

describe('the times of a made-up profile', () => {
  const properties = (): WireWriter => new WireWriter().text(90, 'later');
  const build = (header: WireWriter): Uint8Array => buildV1({ header: header.uint(4, 0).finish() });
  const read = async (bytes: Uint8Array) => (await openProfiles(bytesSource('x', bytes))).map(timesOf);
  const noTimes = build(new WireWriter().message(1, properties().finish()));
  const wanted = times(7, 8);

  it.each([
    ['without properties', build(new WireWriter().text(91, 'later'))],
    ['with empty ones', build(new WireWriter().message(1, new Uint8Array(0)))],
    ['without times', noTimes],
    ['with one of them', build(new WireWriter().message(1, properties().uint(5, 1).finish()))],
    [
      'in two properties messages',
      build(new WireWriter().message(1, properties().uint(5, 1).finish()).message(1, properties().uint(4, 2).finish())),
    ],
    ['that stand twice', build(new WireWriter().message(1, properties().uint(5, 1).uint(4, 1).uint(5, 2).finish()))],
    // Not a number: a field of a later release, by the rules of the format.
    ['of another type', build(new WireWriter().message(1, properties().double(5, 1).finish()))],
  ])('can be set %s', async (_, bytes) => {
    expect(await read(replaceTimes('x', bytes, () => wanted))).toEqual([wanted]);
  });

  it('are given to the change, and can be taken away', async () => {
    const bytes = build(new WireWriter().message(1, new WireWriter().uint(4, 2).uint(5, 1).text(90, 'later').finish()));
    const seen: ProfileTimes[] = [];
    const without = replaceTimes('x', bytes, (old) => {
      seen.push(old);
      return times(null, null);
    });
    expect(seen).toEqual([times(1, 2)]);
    expect(without).toEqual(noTimes);
  });

  it('are changed in each profile of a file, and what follows the last one stays', async () => {
    const tail = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const both = new WireWriter().raw(noTimes).raw(noTimes).raw(tail).finish();
    let day = 0;
    const changed = replaceTimes('x', both, () => times((day += 1), null));
    expect(await read(changed)).toEqual([times(1, null), times(2, null)]);
    expect(changed.subarray(-tail.length)).toEqual(tail);
  });
});

describe('what is no complete v1 profile', () => {
  const whole = buildV1({
    header: new WireWriter().message(1, new WireWriter().uint(5, 1).finish()).uint(4, 3).finish(),
  });
  it.each([
    ['nothing', new Uint8Array(0), 'unsupported'],
    ['a text', new TextEncoder().encode('hello'), 'unsupported'],
    ['a v0 file', new Fixtures('whylogs-v0').bytes(new Fixtures('whylogs-v0').names('.bin')[0] ?? ''), 'unsupported'],
    ['a magic alone', whole.subarray(0, 4), 'truncated'],
    ['a file that ends in its header', whole.subarray(0, 8), 'truncated'],
    ['a file that ends before its data', whole, 'truncated'],
    [
      'a time beyond all calendars',
      buildV1({ header: new WireWriter().message(1, new WireWriter().uint(5, 9e15).finish()).finish() }),
      'corrupt',
    ],
  ])('is refused: %s', (_, bytes, code) => {
    expect(() => replaceTimes('day.bin', bytes, () => times(1, 1))).toThrow(
      expect.objectContaining({ name: 'ProfileError', code, object: 'day.bin' }) as Error
    );
  });
});
