import { bytesSource, type ByteSource } from './byte-source.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { buildChunk, buildV1, concatenate, integer, type V1Pieces } from './testing/build-v1.ts';
import { WireWriter } from './wire-writer.ts';

const paths = [
  [0, 'counts/n'],
  [1, 'counts/null'],
] as const;

async function openBytes(bytes: Uint8Array): Promise<readonly Profile[]> {
  return openProfiles(bytesSource('day.bin', bytes));
}

async function open(pieces: V1Pieces): Promise<Profile> {
  const [profile] = await openBytes(buildV1(pieces));
  if (profile === undefined) throw new Error('no profile');
  return profile;
}

async function count(profile: Profile, name: string): Promise<unknown> {
  const column = await profile.readColumn(name);
  return column === null ? null : decodeColumn(column).counts;
}

const counts = (n: number | null, nulls: number | null = null): unknown => ({
  n,
  null: nulls,
  nan: null,
  inf: null,
  true: null,
});

const textEntry = (key: string, value: string): Uint8Array => new WireWriter().text(1, key).text(2, value).finish();

describe('head', () => {
  const properties = new WireWriter()
    .uint(4, 1_755_648_000_000)
    .uint(5, 1_755_561_600_000)
    .message(6, textEntry('whylogs.tag.region', 'amer'))
    .message(6, textEntry('orgId', 'tag'))
    .message(7, textEntry('orgId', 'metadata'))
    .message(7, textEntry('segp_col', 'region'))
    .message(7, new Uint8Array(0))
    .finish();

  test('facts', async () => {
    const profile = await open({ properties });
    expect(profile.format).toBe('v1');
    expect(profile.object).toBe('day.bin');
    expect(profile.creationTimestampMs).toBe(1_755_648_000_000);
    expect(profile.datasetTimestampMs).toBe(1_755_561_600_000);
    expect([...profile.segmentTags]).toEqual([['region', 'amer']]);
    expect([...profile.metadata]).toEqual([
      ['', ''],
      ['orgId', 'metadata'],
      ['segp_col', 'region'],
      ['whylogs.tag.region', 'amer'],
    ]);
    expect(await profile.readPerformance()).toBeNull();
  });

  test('timestamps that are 0 or absent do not exist', async () => {
    const none = await open({ properties: new WireWriter().uint(4, 0).finish() });
    expect([none.creationTimestampMs, none.datasetTimestampMs]).toEqual([null, null]);
  });

  test('segment tags stand in the segment header too', async () => {
    const segment = new WireWriter()
      .message(1, textEntry('whylogs.tag.tier', '1'))
      .message(1, textEntry('whylogs.tag.region', 'emea'))
      .finish();
    const profile = await open({ segmentHeader: new WireWriter().uint(1, 1).message(4, segment).finish(), properties });
    expect([...profile.segmentTags]).toEqual([
      ['region', 'amer'],
      ['tier', '1'],
    ]);
  });

  test('a profile of nothing but timestamps has no columns', async () => {
    const profile = await open({ properties });
    expect(profile.columnNames).toEqual([]);
    expect(await profile.readColumns()).toEqual([]);
  });
});

describe('columns', () => {
  const first = buildChunk([[0, integer(7n)]]);
  const second = buildChunk([
    [0, integer(9n)],
    [1, integer(2n)],
  ]);
  const data = concatenate(first, second);

  test('are found by name, and null when there is none', async () => {
    const profile = await open({
      data,
      paths,
      columns: [
        ['b', [first.length]],
        ['a', [0]],
      ],
    });
    expect(profile.columnNames).toEqual(['a', 'b']);
    expect(await count(profile, 'a')).toEqual(counts(7));
    expect(await count(profile, 'b')).toEqual(counts(9, 2));
    expect(await count(profile, 'c')).toBeNull();
    expect(await count(profile, 'A')).toBeNull();
    expect((await profile.readColumns(['b', 'x', 'a'])).map((column) => column.name)).toEqual(['b', 'a']);
  });

  test('several chunks are joined, the later component counting', async () => {
    const profile = await open({ data, paths, columns: [['a', [0, first.length]]] });
    expect(await count(profile, 'a')).toEqual(counts(9, 2));
    const reversed = await open({ data, paths, columns: [['a', [first.length, 0]]] });
    expect(await count(reversed, 'a')).toEqual(counts(7, 2));
  });

  test('offsets may be unpacked', async () => {
    const chunks = new WireWriter().uint(1, 0).uint(1, first.length).finish();
    const header = new WireWriter()
      .message(2, new WireWriter().text(1, 'a').message(2, chunks).finish())
      .uint(4, data.length)
      .message(5, new WireWriter().uint(1, 0).text(2, 'counts/n').finish())
      .message(5, new WireWriter().uint(1, 1).text(2, 'counts/null').finish())
      .finish();
    expect(await count(await open({ header, data }), 'a')).toEqual(counts(9, 2));
  });

  test('a column without chunks, and one without components, says nothing', async () => {
    const empty = buildChunk([]);
    const profile = await open({
      data: empty,
      paths,
      columns: [
        ['none', []],
        ['empty', [0]],
      ],
    });
    expect(await count(profile, 'none')).toBeNull();
    expect(await count(profile, 'empty')).toBeNull();
  });

  test('names beyond ASCII', async () => {
    const profile = await open({ data, paths, columns: [['größe 😀', [0]]] });
    expect(profile.columnNames).toEqual(['größe 😀']);
    expect(await count(profile, 'größe 😀')).toEqual(counts(7));
  });

  test('of two entries with one name the later counts', async () => {
    const profile = await open({
      data,
      paths,
      columns: [
        ['a', [0]],
        ['a', [first.length]],
      ],
    });
    expect(profile.columnNames).toEqual(['a']);
    expect(await count(profile, 'a')).toEqual(counts(9, 2));
  });

  test('components are messages by path', async () => {
    const profile = await open({ data, paths, columns: [['a', [first.length]]] });
    const column = await profile.readColumn('a');
    expect([...(column?.components ?? [])].map(([path, bytes]) => [path, [...bytes]])).toEqual([
      ['counts/n', [8, 0, 16, 9]],
      ['counts/null', [8, 0, 16, 2]],
    ]);
  });
});

describe('what follows the data area', () => {
  const data = buildChunk([[0, integer(7n)]]);
  const pieces: V1Pieces = { data, paths, columns: [['a', [0]]] };

  test.each<[string, Uint8Array]>([
    ['nine bytes', new Uint8Array(9).fill(1)],
    ['a kilobyte', new Uint8Array(1024).fill(0x57)],
    ['a magic too short for a profile', new TextEncoder().encode('WHY1')],
  ])('%s are ignored', async (_, trailing) => {
    const profiles = await openBytes(buildV1({ ...pieces, trailing }));
    expect(await Promise.all(profiles.map((profile) => count(profile, 'a')))).toEqual([counts(7)]);
  });

  test('another profile is read', async () => {
    const other = buildV1({ ...pieces, data: buildChunk([[0, integer(8n)]]) });
    const profiles = await openBytes(concatenate(buildV1(pieces), other, buildV1(pieces)));
    expect(await Promise.all(profiles.map((profile) => count(profile, 'a')))).toEqual([
      counts(7),
      counts(8),
      counts(7),
    ]);
  });

  test('no more profiles than the limit', async () => {
    const source = bytesSource('day.bin', concatenate(buildV1(pieces), buildV1(pieces)));
    await expect(openProfiles(source, { profilesInObject: 1 })).rejects.toThrow(
      `day.bin: more than 1 profiles, the limit profilesInObject at byte ${buildV1(pieces).length}.`
    );
  });
});

describe('requests', () => {
  /** A file of columns of 10,000 bytes each, and what was asked of it. */
  function largeSource(columns: number): { source: ByteSource; requests: [number, number][] } {
    const filler = new WireWriter().message(10, new Uint8Array(9_900)).finish();
    const names = Array.from({ length: columns }, (_, column) => `column ${column}`);
    const chunks = names.map((_, column) =>
      buildChunk([
        [0, integer(BigInt(column))],
        [1, filler],
      ])
    );
    let offset = 0;
    const entries = names.map((name, column): [string, number[]] => {
      const entry: [string, number[]] = [name, [offset]];
      offset += chunks[column]?.length ?? 0;
      return entry;
    });
    const bytes = buildV1({
      columns: entries,
      paths: [
        [0, 'counts/n'],
        [1, 'filler/bytes'],
      ],
      data: concatenate(...chunks),
      trailing: new Uint8Array(9),
    });
    const requests: [number, number][] = [];
    const source: ByteSource = {
      name: 'large.bin',
      size: bytes.length,
      read: (start, end) => {
        requests.push([start, end]);
        return Promise.resolve(bytes.subarray(start, end));
      },
    };
    return { source, requests };
  }

  test('one for the head, one for a column beyond it', async () => {
    const { source, requests } = largeSource(20);
    const [profile] = await openProfiles(source);
    expect(requests).toEqual([[0, 65_536]]);
    expect(await count(profile!, 'column 0')).toEqual(counts(0));
    expect(requests).toHaveLength(1);
    expect(await count(profile!, 'column 15')).toEqual(counts(15));
    expect(requests).toHaveLength(2);
    expect(requests[1]![1] - requests[1]![0]).toBeLessThan(10_000);
  });

  test('neighbouring columns in one', async () => {
    const { source, requests } = largeSource(20);
    const [profile] = await openProfiles(source);
    const columns = await profile!.readColumns();
    expect(columns.map((column) => decodeColumn(column, ['counts']).counts?.n)).toEqual(
      // In code-point order `column 10` stands before `column 2`.
      profile!.columnNames.map((name) => Number(name.slice(7)))
    );
    expect(requests).toHaveLength(2);
  });

  test('distant columns in two', async () => {
    const { source, requests } = largeSource(40);
    const [profile] = await openProfiles(source);
    await profile!.readColumns(['column 12', 'column 30']);
    expect(requests).toHaveLength(3);
  });

  test('a head longer than the first read is completed', async () => {
    const { source, requests } = largeSource(20);
    const [profile] = await openProfiles(source, { headBytes: 64 });
    expect(profile!.columnNames).toHaveLength(20);
    expect(requests.map(([start]) => start)).toEqual([...requests.map(([start]) => start)].sort((a, b) => a - b));
    expect(requests.at(-1)?.[1]).toBeLessThan(2_000);
  });

  test('a source that gives too little is named', async () => {
    const source: ByteSource = { name: 'short.bin', size: 100, read: () => new Uint8Array(3) };
    await expect(openProfiles(source)).rejects.toThrow(
      'short.bin: 100 bytes were asked for and 3 came at byte 0. Copy or upload the file again'
    );
  });
});

describe('a damaged file', () => {
  const data = buildChunk([[0, integer(7n)]]);
  const pieces: V1Pieces = { data, paths, columns: [['a', [0]]] };
  const whole = buildV1(pieces);

  test.each(Array.from({ length: whole.length }, (_, length) => length))(
    'cut to %d bytes is refused',
    async (length) => {
      await expect(openBytes(whole.subarray(0, length))).rejects.toThrow(/^day\.bin: (it is empty|.* at byte \d+)\. /);
    }
  );

  test.each<[string, V1Pieces, string]>([
    [
      'an empty header',
      { header: new Uint8Array(0) },
      'day.bin: profile header: it is empty at byte 6. Write the profile again',
    ],
    [
      'data area longer than the file',
      { ...pieces, length: 1000 },
      `day.bin: profile header: a data area of 1000 bytes is announced and ${data.length} follow at byte 6. Copy`,
    ],
    [
      'a timestamp in the far future',
      { properties: new WireWriter().uint(5, 9e15).finish() },
      'a timestamp beyond all calendars at byte',
    ],
  ])('%s', async (_, damaged, text) => {
    await expect(openBytes(buildV1(damaged))).rejects.toThrow(text);
  });

  test('a header length beyond the file', async () => {
    const bytes = new WireWriter()
      .raw(new TextEncoder().encode('WHY1'))
      .varint(0)
      .varint(2 ** 40)
      .finish();
    await expect(openBytes(bytes)).rejects.toThrow(
      `day.bin: profile header: a length of ${2 ** 40} bytes is announced and 0 are left at byte 5. Copy`
    );
  });

  test('a header beyond the limit is not read', async () => {
    const requests: number[] = [];
    const source: ByteSource = {
      name: 'huge.bin',
      size: 2 ** 40,
      read: (start, end) => {
        requests.push(end - start);
        const head = new WireWriter()
          .raw(new TextEncoder().encode('WHY1'))
          .varint(0)
          .varint(2 ** 30)
          .finish();
        return concatenate(head, new Uint8Array(end - start - head.length));
      },
    };
    await expect(openProfiles(source)).rejects.toThrow(
      'huge.bin: profile header: 1073741824 bytes, more than headerBytes allows at byte 5. Raise the limit'
    );
    expect(requests).toEqual([65_536]);
  });
});

describe('a damaged column', () => {
  const good = buildChunk([[0, integer(7n)]]);

  /** Opens `good` beside a column in a state; the good one must be readable whatever the state. */
  async function besideGood(pieces: V1Pieces): Promise<unknown> {
    const profile = await open({ ...pieces, columns: [['good', [0]], ...(pieces.columns ?? [])] });
    expect(await count(profile, 'good')).toEqual(counts(7));
    const column = await profile.readColumn('bad');
    return column === null ? null : decodeColumn(column);
  }

  test.each<[string, Uint8Array, number[], string]>([
    ['an offset beyond the data', good, [500], 'chunk offset 500 lies beyond the data area at byte'],
    ['a chunk of a dataset', buildChunk([], 0), [good.length], "chunk type 0 where a column's, 2, is expected at byte"],
    ['a chunk without header', new Uint8Array(0), [good.length], 'lies beyond the data area at byte'],
    ['a chunk header cut off', Uint8Array.of(9, 8), [good.length], 'a length of 9 bytes is announced and 1 are left'],
    [
      'a chunk too long',
      buildChunk([], 2, 99),
      [good.length],
      'a chunk of 99 bytes is announced, 0 lie before the next',
    ],
    ['an index without path', buildChunk([[5, integer(1n)]]), [good.length], 'component 5 has no path in the header'],
    [
      'another kind of value',
      buildChunk([[0, new WireWriter().double(3, 1).finish()]]),
      [good.length],
      'column "bad", counts/n: a double where an integer is expected at byte',
    ],
    ['no value', buildChunk([[0, new Uint8Array(0)]]), [good.length], 'counts/n: nothing where an integer is expected'],
    ['a negative counter', buildChunk([[0, integer(-1n)]]), [good.length], 'counts/n: the counter is -1 at byte'],
    ['a counter beyond 2^53', buildChunk([[0, integer(2n ** 60n)]]), [good.length], 'counts/n: a number beyond 2^53'],
  ])('%s', async (_, chunk, offsets, text) => {
    const pieces = { data: concatenate(good, chunk), paths, columns: [['bad', offsets]] } as const;
    await expect(besideGood(pieces)).rejects.toThrow(text);
  });

  test('two chunks at one byte', async () => {
    const chunk = buildChunk([[0, integer(1n)]]);
    const columns = [
      ['bad', [good.length]],
      ['worse', [good.length]],
    ] as const;
    await expect(besideGood({ data: concatenate(good, chunk), paths, columns })).rejects.toThrow(
      /^day\.bin: column "bad": two chunks begin at byte \d+\. Write the profile again/
    );
  });

  test('a chunk that reaches into the next', async () => {
    const chunk = buildChunk([[0, integer(1n)]]);
    const columns = [
      ['bad', [good.length]],
      ['inside', [good.length + 3]],
    ] as const;
    await expect(besideGood({ data: concatenate(good, chunk), paths, columns })).rejects.toThrow(
      /column "bad": .* (lie before the next|are left) at byte/
    );
  });

  test('more bytes than the limit', async () => {
    const source = bytesSource('day.bin', buildV1({ data: good, paths, columns: [['a', [0]]] }));
    const [profile] = await openProfiles(source, { columnBytes: 3 });
    const column = await profile!.readColumn('a');
    expect(() => decodeColumn(column!)).toThrow(
      `day.bin: column "a": ${good.length} bytes, more than columnBytes allows at byte`
    );
  });

  test('the byte of an error in a later chunk', async () => {
    const bad = buildChunk([[0, integer(-1n)]]);
    const bytes = buildV1({ data: concatenate(good, bad), paths, columns: [['a', [0, good.length]]] });
    const [profile] = await openBytes(bytes);
    const column = await profile!.readColumn('a');
    // The component is the last thing in the file: registry number, then the integer of ten bytes.
    const component = bytes.length - integer(-1n).length;
    expect(() => decodeColumn(column!)).toThrow(`the counter is -1 at byte ${component}.`);
  });
});

describe('what an open profile holds', () => {
  const good = buildChunk([[0, integer(5n)]]);

  test('is its head and the index of its columns, not its data', async () => {
    const pieces = {
      data: concatenate(good, good),
      paths,
      columns: [
        ['a', [0]],
        ['b', [good.length]],
      ],
    } as const;
    const bytes = buildV1(pieces);
    const profile = await open(pieces);
    expect(profile.heldBytes).toBe(4096 + 2 * 56 + bytes.length - 2 * good.length);
  });

  test('of several in one file is counted for each', async () => {
    const bytes = buildV1({ data: good, paths, columns: [['a', [0]]] });
    const profiles = await openBytes(concatenate(bytes, bytes));
    expect(profiles.map(({ heldBytes }) => heldBytes)).toEqual(
      Array.from({ length: 2 }, () => 4096 + 56 + bytes.length - good.length)
    );
  });
});
