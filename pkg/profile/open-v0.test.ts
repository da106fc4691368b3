import { emptyKll, writeKll } from '../sketch/index.ts';
import { bytesSource } from './byte-source.ts';
import { contentHash } from './content-hash.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import type { ProfileLimits } from './profile-limits.ts';
import { buildV0, counters, delimited, schema } from './testing/build-v0.ts';
import { concatenate } from './testing/build-v1.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

async function open(bytes: Uint8Array, limits?: Partial<ProfileLimits>): Promise<readonly Profile[]> {
  return openProfiles(bytesSource('day.bin', bytes), limits);
}

const column = new WireWriter().text(1, 'a').message(2, counters(7)).finish();

describe('messages', () => {
  const message = buildV0({ sessionMs: 2_000, dataMs: 1_000 }, { a: column });

  test('with a length', async () => {
    const [profile, ...more] = await open(delimited(message));
    expect(more).toEqual([]);
    expect([profile?.format, profile?.object]).toEqual(['v0', 'day.bin']);
    expect([profile?.datasetTimestampMs, profile?.creationTimestampMs]).toEqual([1_000, 2_000]);
    expect(profile?.columnNames).toEqual(['a']);
  });

  test('without a length', async () => {
    const [profile] = await open(message);
    expect(profile?.columnNames).toEqual(['a']);
    const read = await profile?.readColumn('a');
    expect(decodeColumn(read!).counts?.n).toBe(7);
    expect(await profile?.readColumn('b')).toBeNull();
  });

  test('several in one object', async () => {
    const other = buildV0({ dataMs: 5_000 }, { b: column });
    const profiles = await open(delimited(message, other, message));
    expect(profiles.map(({ columnNames }) => columnNames)).toEqual([['a'], ['b'], ['a']]);
  });

  test('no more than the limit', async () => {
    await expect(open(delimited(message, message), { profilesInObject: 1 })).rejects.toThrow(
      /^day\.bin: v0 profile: more than 1 profiles, the limit profilesInObject at byte \d+\. Raise/
    );
  });

  test('without a time of the data the session gives it', async () => {
    const [profile] = await open(delimited(buildV0({ sessionMs: 2_000, dataMs: 0 })));
    expect([profile?.datasetTimestampMs, profile?.creationTimestampMs]).toEqual([2_000, 2_000]);
    const [timeless] = await open(delimited(buildV0({ tags: { a: 'b' } })));
    expect([timeless?.datasetTimestampMs, timeless?.creationTimestampMs]).toEqual([null, null]);
  });

  test('tags, metadata and segment', async () => {
    const tags = { 'whylogs.tag.tier': '1', 'whylogs.tag.area': 'x', name: 'tag' };
    const [profile] = await open(delimited(buildV0({ tags, metadata: { name: 'metadata', segp_id: 'f' } })));
    expect([...profile!.segmentTags]).toEqual([
      ['area', 'x'],
      ['tier', '1'],
    ]);
    expect(Object.fromEntries(profile!.metadata)).toEqual({ ...tags, name: 'metadata', segp_id: 'f' });
  });
});

describe('what is no v0 profile', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a text',
      new TextEncoder().encode('hello world, this is a text'),
      /^day\.bin: its first bytes, 68656c6c, are neither/,
    ],
    ['another magic', new TextEncoder().encode('WIY1'), /its first bytes, 57495931, are neither WHY1 nor a zip's/],
    ['zeros', new Uint8Array(100), /its first bytes, 00000000, are neither/],
    ['one byte', Uint8Array.of(0x0a), /its first bytes, 0a, are neither/],
    ['JSON', new TextEncoder().encode('{"id":"x","orgId":"y"}'), /are neither/],
  ])('%s', async (_, bytes, text) => {
    await expect(open(bytes)).rejects.toThrow(text);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'not-a-profile' });
  });

  test('a damaged v0 file is called damaged, not foreign', async () => {
    const message = buildV0({ sessionMs: 1, dataMs: 2 }, { a: column });
    const damaged = concatenate(message, Uint8Array.of(0x0b));
    await expect(open(delimited(damaged))).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('field 1 of wire type 3 does not belong in a profile at byte') as string,
    });
  });

  test('a cut v0 file is called cut', async () => {
    const file = delimited(buildV0({ sessionMs: 1, dataMs: 2 }, { a: column, b: column }));
    for (const length of [file.length - 1, file.length - 10]) {
      await expect(open(file.subarray(0, length))).rejects.toMatchObject({ code: 'truncated' });
    }
  });

  test.each<[string, Uint8Array, string]>([
    ['properties', new WireWriter().message(1, new WireWriter().uint(9, 1).finish()).finish(), 'its properties'],
    ['a column', buildV0({}, { a: new WireWriter().uint(2, 1).finish() }), 'a column'],
    ['a column beyond its fields', buildV0({}, { a: new WireWriter().text(9, '').finish() }), 'a column'],
    ['a column entry', new WireWriter().message(2, new WireWriter().uint(3, 1).finish()).finish(), 'a column entry'],
    ['a profile', new WireWriter().text(4, '').finish(), 'a profile'],
  ])('unknown fields in %s', async (_, damaged, where) => {
    const whole = concatenate(buildV0({ sessionMs: 1, dataMs: 2, tags: { a: 'b' } }), damaged);
    await expect(open(delimited(whole))).rejects.toThrow(`does not belong in ${where} at byte`);
  });

  test('the files that the platform refused', async () => {
    const fixtures = new Fixtures('whylabs-oss-invalid');
    const files = fixtures.names('.bin');
    expect(files).toHaveLength(2);
    for (const file of files) {
      await expect(open(fixtures.bytes(file))).rejects.toMatchObject({ code: 'not-a-profile' });
    }
  });
});

describe('columns', () => {
  async function decode(message: Uint8Array) {
    const [profile] = await open(delimited(buildV0({ dataMs: 1 }, { a: message })));
    const read = await profile?.readColumn('a');
    return decodeColumn(read!);
  }
  const counted = (...fields: readonly [number, Uint8Array][]): Uint8Array => {
    const writer = new WireWriter().message(2, counters(10, 3, 4));
    for (const [field, bytes] of fields) writer.message(field, bytes);
    return writer.finish();
  };

  test('nulls stand among the types, else in the counter, else there are none', async () => {
    const inTypes = await decode(counted([3, schema({ 1: 2, 3: 8 })]));
    expect(inTypes.counts).toEqual({ n: 10, null: 2, nan: null, inf: null, true: 3 });
    expect((await decode(counted())).counts?.null).toBe(4);
    expect((await decode(new WireWriter().message(2, counters(10)).finish())).counts).toEqual({
      n: 10,
      null: 0,
      nan: null,
      inf: null,
      true: null,
    });
  });

  test('types; a type without an entry has no values', async () => {
    const { types } = await decode(counted([3, schema({ 0: 1, 2: 2, 4: 4, 5: 5 })]));
    expect(types).toEqual({ object: 1, fractional: 2, integral: 0, boolean: 4, string: 5, tensor: null });
    expect((await decode(counted())).types).toBeNull();
  });

  const kll = new WireWriter().message(4, writeKll(emptyKll(128))).finish();
  const variance = new WireWriter()
    .message(1, new WireWriter().uint(1, 10).double(2, 8.5).double(3, 1.25).finish())
    .finish();
  const longs = (count: number, min: bigint, max: bigint): Uint8Array =>
    new WireWriter().message(3, new WireWriter().uint(1, count).int64(2, min).int64(3, max).finish()).finish();

  test('moments come from the variance, the count from the sketch', async () => {
    const { distribution } = await decode(counted([4, concatenate(variance, kll)]));
    expect([distribution?.mean, distribution?.m2, distribution?.kll.n]).toEqual([1.25, 8.5, 0]);
    const unsaid = await decode(counted([4, kll]));
    expect([unsaid.distribution?.mean, unsaid.distribution?.m2]).toEqual([null, null]);
    expect((await decode(counted([4, variance]))).distribution).toBeNull();
  });

  test('integers have their range; none seen is none', async () => {
    expect((await decode(counted([4, longs(2, -5n, 2n ** 62n)]))).ints).toEqual({ min: -5n, max: 2n ** 62n });
    expect((await decode(counted([4, longs(0, 0n, 0n)]))).ints).toEqual({ min: null, max: null });
    expect((await decode(counted([4, kll]))).ints).toBeNull();
  });

  // Compact, not empty: preamble 2, four hashes, count as hashes (spec 5.4).
  const theta = (count: number): Uint8Array => {
    const bytes = new Uint8Array(16 + 8 * count);
    bytes.set([2, 3, 3, 0, 0, 0x1a, 0xcc, 0x93, count]);
    for (let hash = 0; hash < count; hash++) bytes[16 + 8 * hash] = hash + 1;
    return bytes;
  };

  test('theta sketches stand in for the HLL tracker', async () => {
    const numbers = new WireWriter().message(6, theta(4)).finish();
    const texts = new WireWriter().message(4, theta(2)).finish();
    const { theta: sketches, cardinality } = await decode(counted([4, numbers], [5, texts]));
    expect([sketches.map(({ estimate }) => estimate), cardinality]).toEqual([[4, 2], null]);
  });

  test('an updatable theta sketch is not read', async () => {
    const updatable = theta(1);
    updatable[2] = 2;
    const numbers = new WireWriter().message(5, updatable).finish();
    expect((await decode(counted([4, numbers]))).theta).toEqual([]);
  });

  test.each<[string, Uint8Array, string]>([
    [
      'a negative counter',
      new WireWriter().message(2, new WireWriter().int64(1, -1n).finish()).finish(),
      'a counter is -1',
    ],
    [
      'a sketch cut off',
      counted([4, new WireWriter().message(4, Uint8Array.of(6, 1, 15)).finish()]),
      'distribution/kll: KLL',
    ],
    ['a message cut off', counted([4, Uint8Array.of(0x0a, 50)]), 'a length of 50 bytes is announced and 0 are left'],
  ])('%s is refused, the others are read', async (_, damaged, text) => {
    const [profile] = await open(delimited(buildV0({ dataMs: 1 }, { good: column, bad: damaged })));
    const [bad, good] = await profile!.readColumns();
    expect(() => decodeColumn(bad!)).toThrow(`day.bin: column "bad"`);
    expect(() => decodeColumn(bad!)).toThrow(text);
    expect(decodeColumn(good!).counts?.n).toBe(7);
  });

  test('the byte of an error within a sketch is the one in the object', async () => {
    // A lawful sketch but for its family, byte 2.
    const sketch = writeKll(emptyKll(128));
    sketch[2] = 99;
    const numbers = new WireWriter().message(4, sketch).finish();
    const file = delimited(buildV0({ dataMs: 1 }, { a: counted([4, numbers]) }));
    const [profile] = await open(file);
    const read = await profile!.readColumn('a');
    expect(() => decodeColumn(read!)).toThrow(`at byte ${Buffer.from(file).indexOf(Buffer.from(sketch)) + 2}.`);
  });

  test('the hash does not depend on the order of a map', async () => {
    const hashes = await Promise.all(
      [
        concatenate(schema({ 2: 1 }), schema({ 3: 4 })),
        concatenate(schema({ 3: 4 }), schema({ 2: 1 })),
        concatenate(schema({ 3: 5 }), schema({ 2: 1 })),
      ].map(async (types) => {
        const [profile] = await open(delimited(buildV0({ dataMs: 1 }, { a: counted([3, types]) })));
        return contentHash((await profile!.readColumn('a'))!);
      })
    );
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });
});

test('what an open profile holds is all of it', async () => {
  const file = delimited(buildV0({ dataMs: 1 }, { a: column, b: column }));
  const [profile] = await open(file);
  const held = profile?.heldBytes ?? NaN;
  expect(held).toBeGreaterThanOrEqual(4096 + 2 * (128 + column.length));
  expect(held).toBeLessThan(4096 + 2 * 128 + file.length);
});
