import type { StoreFacts } from './index.ts';
import { healthText, queryCaches, storeFacts } from './index.ts';
import { Session } from './session.ts';
import { profileOf, sessionOf } from './testing/ask.ts';
import { MemoryStore } from './testing/memory-store.ts';

function facts(counts: Partial<StoreFacts>): StoreFacts {
  return {
    datasets: 0,
    profiles: 0,
    references: 0,
    days: 0,
    rejected: 0,
    reasons: [],
    unusableDocuments: [],
    listedMs: 0,
    ...counts,
  };
}

describe('the text of a health check', () => {
  it.each([
    [
      {},
      'The folder can be read and holds no profiles yet. Put whylogs profiles (*.bin) into a folder named after their dataset.',
    ],
    [{ datasets: 1, profiles: 1, days: 1 }, 'Found 1 dataset, 1 profile on 1 day.'],
    [{ datasets: 2, profiles: 30, days: 15 }, 'Found 2 datasets, 30 profiles on 15 days.'],
    [
      { datasets: 1, profiles: 2, days: 1, references: 1 },
      'Found 1 dataset, 2 profiles on 1 day and 1 reference profile.',
    ],
    [
      { datasets: 1, profiles: 2, days: 2, references: 3, rejected: 1 },
      'Found 1 dataset, 2 profiles on 2 days and 3 reference profiles; 1 object cannot be read, the details say why.',
    ],
    [{ rejected: 2 }, 'Found 0 datasets, 0 profiles on 0 days; 2 objects cannot be read, the details say why.'],
    [{ datasets: 1, references: 1 }, 'Found 1 dataset, 0 profiles on 0 days and 1 reference profile.'],
    [
      { datasets: 1, profiles: 1, days: 1, unusableDocuments: ['a is broken', 'b is too'] },
      'Found 1 dataset, 1 profile on 1 day. But a is broken. But b is too.',
    ],
    [
      { unusableDocuments: ['a is broken'] },
      'The folder can be read and holds no profiles yet. Put whylogs profiles (*.bin) into a folder named after their dataset. But a is broken.',
    ],
  ])('for %p', (counts, text) => {
    expect(healthText(facts(counts))).toBe(text);
  });
});

describe('what a health check finds', () => {
  it('are monitor documents of the settings that cannot be used', async () => {
    const good = { orgId: 'o', datasetId: 'b', granularity: 'daily', analyzers: [], monitors: [] };
    const documents = new Map<string, unknown>([
      ['a', '{ not'],
      ['b', good],
      ['c', []],
    ]);
    const { operator } = sessionOf(new MemoryStore({}));
    const session = new Session(new MemoryStore({}), 'test', operator, queryCaches(1_000_000), documents);
    expect((await storeFacts(session)).unusableDocuments).toEqual([
      expect.stringMatching(/^the monitor document of a cannot be used: ./),
      'the monitor document of c cannot be used: a monitor document is an object with orgId, datasetId, granularity and analyzers, not a list. Remedy: export the document again',
    ]);
  });

  it('is nothing in an empty store', async () => {
    expect(await storeFacts(sessionOf(new MemoryStore({})))).toEqual(facts({ listedMs: expect.any(Number) as number }));
  });

  it('are datasets, profiles, references, distinct days and what cannot be read', async () => {
    const broken = Object.fromEntries(
      Array.from({ length: 7 }, (_, i) => [`broken/${i}.bin`, new Error(`object ${i} is broken`)])
    );
    const store = new MemoryStore({
      ...broken,
      'a/1.bin': profileOf('2013-03-01', [{ x: 1 }]),
      'a/2.bin': profileOf('2013-03-01T23:59:59.999Z', [{ x: 1 }]),
      'a/old.bin': profileOf('1970-01-01T01:00:00Z', [{ x: 1 }]),
      'b/1.bin': profileOf('2013-03-01', [{ x: 1 }]),
      'b/2.bin': profileOf('2013-03-02', [{ x: 1 }]),
      'c/reference/r/1.bin': profileOf('2012-01-01', [{ x: 1 }]),
      'c/reference/r/2.bin': profileOf('2012-01-01', [{ x: 1 }]),
    });
    expect(await storeFacts(sessionOf(store))).toMatchObject({
      datasets: 3,
      profiles: 5,
      references: 1,
      days: 3,
      rejected: 7,
      reasons: [0, 1, 2, 3, 4].map((i) => `object ${i} is broken`),
    });
  });
});
