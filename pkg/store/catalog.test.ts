import { Catalog } from './index.ts';
import { StoreError } from './error.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { profileBytes } from './testing/profile-bytes.ts';

const march8 = Date.UTC(2013, 2, 8);
const noProfile = new TextEncoder().encode('no profile at all');

/** A catalog that lists anew at each call, and what it found of each object, by key. */
function catalogOf(store: MemoryStore): () => Promise<Record<string, unknown>> {
  const catalog = new Catalog(store, { maxAgeMs: 0, restFactor: 0 });
  return async () => {
    const { entries, rejected } = await catalog.snapshot();
    return Object.fromEntries([
      ...entries.map((entry) => [`${entry.object.key}#${entry.index}`, entry]),
      ...rejected.map((object) => [object.object.key, object.reason]),
    ]) as Record<string, unknown>;
  };
}

async function catalogued(key: string, content: Uint8Array | Error): Promise<Record<string, unknown>> {
  const store = new MemoryStore();
  store.put(key, content);
  return catalogOf(store)();
}

describe('an entry of the catalog', () => {
  it('says what the header says', async () => {
    const content = profileBytes({
      timestampMs: march8,
      createdMs: march8 + 5,
      tags: { origin: 'JFK', carrier: 'UA' },
      columns: ['z', 'a', '\u{1F6E9}'],
    });
    expect(await catalogued('flights/2099-01-01/x.bin', content)).toEqual({
      'flights/2099-01-01/x.bin#0': {
        object: { key: 'flights/2099-01-01/x.bin', sizeBytes: content.length, version: 'v1', modifiedMs: 0 },
        index: 0,
        datasetId: 'flights',
        profileId: null,
        timestampMs: march8,
        arrivalMs: march8 + 5,
        tags: [
          ['carrier', 'UA'],
          ['origin', 'JFK'],
        ],
        columnNames: ['a', 'z', '\u{1F6E9}'],
      },
    });
  });

  it.each([
    ['its dataset from the file before the path', 'flights/x.bin', { datasetId: 'model-1' }, 'model-1'],
    ['its dataset from the file without a folder', 'x.bin', { datasetId: 'model-1' }, 'model-1'],
    ['its dataset from the path where the file says nothing', 'flights/x.bin', { orgId: 'org-0' }, 'flights'],
    ['its dataset from the path where the file says an empty one', 'flights/x.bin', { datasetId: '' }, 'flights'],
  ])('has %s', async (_, key, metadata, datasetId) => {
    expect(await catalogued(key, profileBytes({ timestampMs: 1, metadata }))).toMatchObject({
      [`${key}#0`]: { datasetId },
    });
  });

  it.each([
    ['dataset timestamp before all else', { timestampMs: 1, createdMs: 2 }, 1, 2],
    ['creation timestamp before the path', { createdMs: 2 }, 2, 2],
    ['path in the end', {}, march8, null],
    ['path where the file says the epoch: a v1 file cannot tell 0 from nothing', { timestampMs: 0 }, march8, null],
  ])('has its time from the %s', async (_, facts, timestampMs, arrivalMs) => {
    const found = await catalogued('flights/2013-03-08.bin', profileBytes(facts));
    expect(found).toMatchObject({ 'flights/2013-03-08.bin#0': { timestampMs, arrivalMs } });
  });

  it.each([
    ['flights/reference/january/EWR.bin', 'january'],
    ['flights/reference/january.bin', 'january'],
    ['flights/references/january.bin', null],
  ])('at %p belongs to the reference %p', async (key, profileId) => {
    expect(await catalogued(key, profileBytes({ timestampMs: 1 }))).toMatchObject({ [`${key}#0`]: { profileId } });
  });

  it('stands for one profile of an object that holds several', async () => {
    const content = Buffer.concat([
      profileBytes({ timestampMs: 1, tags: { origin: 'EWR' } }),
      profileBytes({ timestampMs: 2, tags: { origin: 'JFK' } }),
    ]);
    expect(await catalogued('flights/x.bin', Uint8Array.from(content))).toMatchObject({
      'flights/x.bin#0': { index: 0, timestampMs: 1, tags: [['origin', 'EWR']] },
      'flights/x.bin#1': { index: 1, timestampMs: 2, tags: [['origin', 'JFK']] },
    });
  });

  it('shares its list of columns with those that have the same', async () => {
    const store = new MemoryStore();
    store.put('a/1.bin', profileBytes({ timestampMs: 1, columns: ['x', 'y'] }));
    store.put('a/2.bin', profileBytes({ timestampMs: 2, columns: ['y', 'x'] }));
    store.put('a/3.bin', profileBytes({ timestampMs: 2, columns: ['x'] }));
    const { entries } = await new Catalog(store).snapshot();
    expect(entries[1]?.columnNames).toBe(entries[0]?.columnNames);
    expect(entries[2]?.columnNames).toEqual(['x']);
  });
});

describe('an object that is in no answer', () => {
  it.each([
    [
      'x.bin',
      profileBytes({ timestampMs: 1 }),
      { datasetId: null, isReadable: true },
      'x.bin belongs to no dataset. Remedy: put it into a folder named after its dataset',
    ],
    [
      'flights/x.bin',
      profileBytes({}),
      { datasetId: 'flights', isReadable: true },
      'flights/x.bin has no timestamp. Remedy: write profiles with a dataset timestamp, or name the day in the path as YYYY-MM-DD',
    ],
    [
      'x.bin',
      profileBytes({ metadata: { datasetId: 'model-1' } }),
      { datasetId: 'model-1', isReadable: true },
      'x.bin has no timestamp. Remedy: write profiles with a dataset timestamp, or name the day in the path as YYYY-MM-DD',
    ],
    [
      'flights/x.bin',
      noProfile,
      { datasetId: 'flights', isReadable: false },
      /^flights\/x\.bin: .* Keep only whylogs profiles \(v1, v0 or a zip of them\) in this place\.$/,
    ],
    [
      'flights/reference/january/x.bin',
      profileBytes({ timestampMs: 1 }).subarray(0, -1),
      { datasetId: 'flights', profileId: 'january', isReadable: false },
      /^flights\/reference\/january\/x\.bin: .* at byte \d+\. Copy or upload the file again, it is not complete\.$/,
    ],
    ['x.bin', noProfile, { datasetId: null, isReadable: false }, /^x\.bin: /],
    [
      'flights/x.bin',
      new StoreError('unreadable', 'flights/x.bin cannot be read'),
      { datasetId: 'flights', isReadable: false },
      'flights/x.bin cannot be read',
    ],
  ])('is %p, with the reason', async (key, content, facts, reason) => {
    const store = new MemoryStore();
    store.put(key, content);
    store.put('z/good.bin', profileBytes({ timestampMs: 1 }));
    const { entries, rejected } = await new Catalog(store).snapshot();
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ profileId: null, ...facts, object: { key } });
    if (typeof reason === 'string') {
      expect(rejected[0]?.reason).toBe(reason);
    } else {
      expect(rejected[0]?.reason).toMatch(reason);
    }
    // One bad object costs no other.
    expect(entries.map(({ object }) => object.key)).toEqual(['z/good.bin']);
  });

  it('takes all its profiles with it when one of them has no place', async () => {
    const content = Buffer.concat([profileBytes({ timestampMs: 1 }), profileBytes({})]);
    expect(await catalogued('flights/x.bin', Uint8Array.from(content))).toEqual({
      'flights/x.bin': expect.stringMatching(/^flights\/x\.bin has no timestamp/) as string,
    });
  });
});

describe('listing again', () => {
  it('reads new and replaced objects only, and forgets removed ones', async () => {
    const store = new MemoryStore();
    const snapshot = catalogOf(store);
    store.put('a/1.bin', profileBytes({ timestampMs: 1 }));
    store.put('a/2.bin', profileBytes({ timestampMs: 2 }));
    store.put('a/bad.bin', noProfile);
    await snapshot();
    expect(store.opened.splice(0)).toEqual(['a/1.bin', 'a/2.bin', 'a/bad.bin']);

    await snapshot();
    expect(store.opened.splice(0)).toEqual([]);

    store.put('a/2.bin', profileBytes({ timestampMs: 22 }));
    store.put('a/3.bin', profileBytes({ timestampMs: 3 }));
    store.remove('a/1.bin');
    const found = await snapshot();
    expect(store.opened.splice(0)).toEqual(['a/2.bin', 'a/3.bin']);
    expect(Object.keys(found)).toEqual(['a/2.bin#0', 'a/3.bin#0', 'a/bad.bin']);
    expect(found).toMatchObject({ 'a/2.bin#0': { timestampMs: 22 } });

    store.put('a/bad.bin', profileBytes({ timestampMs: 4 }));
    expect(Object.keys(await snapshot())).toEqual(['a/2.bin#0', 'a/3.bin#0', 'a/bad.bin#0']);
  });

  it('tries again what the store could not give: that can be mended without a change of the object', async () => {
    const store = new MemoryStore();
    const snapshot = catalogOf(store);
    store.put('a/1.bin', new StoreError('unreadable', 'no permission'));
    expect(await snapshot()).toEqual({ 'a/1.bin': 'no permission' });
    expect(await snapshot()).toEqual({ 'a/1.bin': 'no permission' });
    store.mend('a/1.bin', profileBytes({ timestampMs: 1 }));
    expect(Object.keys(await snapshot())).toEqual(['a/1.bin#0']);
    expect(store.opened).toHaveLength(3);
  });

  it('gives what it gave when nothing changed', async () => {
    const store = new MemoryStore();
    store.put('a/1.bin', profileBytes({ timestampMs: 1 }));
    store.put('b/bad.bin', noProfile);
    const snapshot = catalogOf(store);
    expect(await snapshot()).toEqual(await snapshot());
  });
});

describe('the age of a listing', () => {
  function aged(maxAgeMs?: number) {
    const store = new MemoryStore();
    store.put('a/1.bin', profileBytes({ timestampMs: 1 }));
    const clock = { nowMs: 1_000_000 };
    const now = (): number => clock.nowMs;
    return { store, clock, catalog: new Catalog(store, maxAgeMs === undefined ? { now } : { maxAgeMs, now }) };
  }

  it('is five seconds at most, unless said otherwise', async () => {
    const { store, clock, catalog } = aged();
    const first = await catalog.snapshot();
    clock.nowMs += 4999;
    expect(await catalog.snapshot()).toBe(first);
    clock.nowMs += 1;
    expect((await catalog.snapshot()).listedMs).toBe(1_005_000);
    expect(store.listings).toBe(2);
  });

  it('is ten times what listing takes, where that is more', async () => {
    const { store, clock, catalog } = aged();
    const listing = catalog.snapshot();
    clock.nowMs += 2000;
    const first = await listing;
    clock.nowMs += 17_999;
    expect(await catalog.snapshot()).toBe(first);
    clock.nowMs += 1;
    await catalog.snapshot();
    expect(store.listings).toBe(2);
  });

  it('counts from the beginning of the listing', async () => {
    const { clock, catalog } = aged(100);
    const listing = catalog.snapshot();
    clock.nowMs += 50;
    expect((await listing).listedMs).toBe(1_000_000);
  });

  it('does not grow endless when the clock is set back', async () => {
    const { store, clock, catalog } = aged(100);
    await catalog.snapshot();
    clock.nowMs -= 3_600_000;
    expect((await catalog.snapshot()).listedMs).toBe(clock.nowMs);
    expect(store.listings).toBe(2);
  });

  it('is shared by those who come while it is made', async () => {
    const { store, catalog } = aged(0);
    const [first, second, third] = await Promise.all([catalog.snapshot(), catalog.snapshot(), catalog.snapshot()]);
    expect([second, third]).toEqual([first, first]);
    expect(store.listings).toBe(1);
    await catalog.snapshot();
    expect(store.listings).toBe(2);
  });
});

describe('a listing that fails', () => {
  it('is told to all who wait for it, and does not poison the next', async () => {
    const store = new MemoryStore();
    store.put('a/1.bin', profileBytes({ timestampMs: 1 }));
    const failure = new StoreError('forbidden', 'no');
    store.failures.push(failure);
    const catalog = new Catalog(store, { maxAgeMs: 0, restFactor: 0 });
    const outcomes = await Promise.allSettled([catalog.snapshot(), catalog.snapshot()]);
    expect(outcomes).toEqual([
      { status: 'rejected', reason: failure },
      { status: 'rejected', reason: failure },
    ]);
    expect((await catalog.snapshot()).entries).toHaveLength(1);
  });

  it('loses nothing of what was read before', async () => {
    const store = new MemoryStore();
    store.put('a/1.bin', profileBytes({ timestampMs: 1 }));
    const catalog = new Catalog(store, { maxAgeMs: 0, restFactor: 0 });
    await catalog.snapshot();
    store.failures.push(new Error('network'));
    await expect(catalog.snapshot()).rejects.toThrow('network');
    expect((await catalog.snapshot()).entries).toHaveLength(1);
    expect(store.opened).toEqual(['a/1.bin']);
  });
});

describe('reading many headers', () => {
  it('leaves the thread to others now and then', async () => {
    const store = new MemoryStore();
    for (let i = 0; i < 10; i += 1) {
      store.put(`a/${i}.bin`, profileBytes({ timestampMs: i + 1 }));
    }
    const readWhenOthersCame: number[] = [];
    const watch = (): void => {
      readWhenOthersCame.push(store.opened.length);
      if (store.opened.length < 10) {
        setImmediate(watch);
      }
    };
    setImmediate(watch);
    const { entries } = await new Catalog(store, { headersPerTurn: 4 }).snapshot();
    expect(entries).toHaveLength(10);
    expect(readWhenOthersCame).toContain(4);
    expect(readWhenOthersCame).toContain(8);
  });
});
