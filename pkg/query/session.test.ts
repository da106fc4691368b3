import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryCaches } from './query-caches.ts';
import { openSession } from './index.ts';
import { operator, profileOf, sessionOf } from './testing/ask.ts';
import { MemoryStore } from './testing/memory-store.ts';

describe('a session', () => {
  it('indexes a listing once', async () => {
    const session = sessionOf(new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', [{ a: 1 }]) }));
    const [first, second] = await Promise.all([session.index(), session.index()]);
    expect(second).toBe(first);
    expect(await session.index()).toBe(first);
    expect(first.datasets.map(({ datasetId }) => datasetId)).toEqual(['d']);
  });
});

describe('opening a session', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'driftglass-')));
  const settings = { store: { type: 'file', path: folder } } as const;

  beforeAll(() =>
    writeFileSync(join(folder, 'x.bin'), profileOf('2013-03-01', [{ a: 1 }], { metadata: { datasetId: 'd' } }))
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lists the folder of the settings, below the roots', async () => {
    const session = openSession(settings, 'scope', { ...operator, roots: [folder] }, queryCaches(1));
    expect((await session.index()).datasets.map(({ datasetId }) => datasetId)).toEqual(['d']);
  });

  it('is refused elsewhere', () => {
    expect(() => openSession(settings, 'scope', operator, queryCaches(1))).toThrow(
      /^folders are not allowed as stores/
    );
    const other = { ...operator, roots: [join(folder, 'other')] };
    expect(() => openSession(settings, 'scope', other, queryCaches(1))).toThrow(/lies outside the folders/);
  });
});
