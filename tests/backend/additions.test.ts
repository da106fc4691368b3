import fc from 'fast-check';
import type { Files } from './in-process.ts';
import { Engine } from './in-process.ts';
import type { MadeProfile } from './made-profiles.ts';
import { fileOf } from './made-profiles.ts';
import { dayMs, nameOf } from './random-store.ts';

// Law 1: what is added beside a value does not change it, to the last bit. The seed is fixed; fast-check prints it with
// the path to what it found.
const options = { seed: 20130308, numRuns: 20 };

// What is found takes time to be made small.
jest.setTimeout(60_000);

const firstMs = Date.UTC(2024, 1, 26);
const range = [firstMs - 5 * dayMs, firstMs + 20 * dayMs] as const;

function dayAfter(days: number): string {
  return new Date(firstMs + days * dayMs).toISOString().slice(0, 10);
}

/** Profiles of a week, several on some of its days. */
const someProfiles: fc.Arbitrary<readonly MadeProfile[]> = fc.array(
  fc.record({ day: fc.nat(6).map(dayAfter), seed: fc.nat(), count: fc.integer({ min: 1, max: 300 }) }),
  { minLength: 3, maxLength: 6 }
);

const regions = ['north', 'south'] as const;

/** The same, of two regions. */
const someRegions: fc.Arbitrary<readonly MadeProfile[]> = fc
  .tuple(someProfiles, fc.array(fc.constantFrom(...regions), { minLength: 6, maxLength: 6 }))
  .map(([profiles, of]) => profiles.map((profile, i) => ({ ...profile, tags: { region: of[i] ?? 'north' } })));

const someQuestion: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    metric: fc.constantFrom('count', 'count_null_ratio', 'mean', 'stddev', 'quantile_90', 'unique_est', 'max'),
  }),
  fc.record({
    metric: fc.constantFrom('hellinger', 'jensenshannon', 'kl_divergence', 'psi'),
    baseline: fc.constantFrom(
      { type: 'TrailingWindow', size: 2 },
      { type: 'TrailingWindow', size: 7 },
      { type: 'Reference', profileId: 'r' }
    ),
    distribution: fc.constantFrom('auto', 'histogram', 'frequent_items'),
  })
);

const reference: Files = new Map([['shop/reference/r/file.bin', fileOf({ day: '2024-01-01', seed: 7, count: 500 })]]);

function storeOf(profiles: readonly MadeProfile[], seed: number, dataset = 'shop'): Files {
  return new Map(profiles.map((profile, i) => [`${dataset}/${nameOf(seed, i)}`, fileOf(profile)]));
}

/** Values that a property compared: one that meets none says nothing. */
let compared = 0;
beforeEach(() => {
  compared = 0;
});
afterEach(() => expect(compared).toBeGreaterThanOrEqual(5 * options.numRuns));

/** Every value of the store must be there, and the same, when other files lie beside. */
async function expectKept(store: Files, withMore: Files, question: object): Promise<void> {
  const model = { datasetId: 'shop', ...question };
  const before = await new Engine(new Map([...reference, ...store])).values(model, ...range);
  const after = await new Engine(new Map([...reference, ...withMore])).values(model, ...range);
  compared += before.size;
  expect(new Map([...before.keys()].map((name) => [name, after.get(name)]))).toEqual(before);
}

it('an added column changes no value of the others, wherever its name stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(someProfiles, fc.nat()),
      fc.constantFrom('_first', 'between', 'zone'),
      someQuestion,
      async ([profiles, seed], more, question) => {
        const wider = profiles.map((profile) => ({ ...profile, more }));
        await expectKept(storeOf(profiles, seed), storeOf(wider, seed), question);
      }
    ),
    options
  );
});

it('an added dataset changes no value, be it told by its folder or by the files themselves', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(someProfiles, someProfiles, someProfiles, fc.nat()),
      someQuestion,
      async ([profiles, inFolder, inFiles, seed], question) => {
        const store = storeOf(profiles, seed);
        const named = inFiles.map((profile) => ({ ...profile, datasetId: 'bank' }));
        const more = [...storeOf(inFolder, seed, 'farm'), ...storeOf(named, seed + 1)];
        await expectKept(store, new Map([...more, ...store]), question);
      }
    ),
    options
  );
});

describe('an added segment', () => {
  /** Another value of the same tag, another tag, both, none. */
  const someTags = fc.constantFrom<Readonly<Record<string, string>>[]>(
    { region: 'west' },
    { tier: 'gold' },
    { region: 'west', tier: 'gold' },
    {}
  );

  it('changes nothing of the segments that do not contain it', async () => {
    const segments = regions.map((value) => ({ tags: [{ key: 'region', value }] }));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someRegions, someProfiles, fc.nat()),
        someTags,
        someQuestion,
        async ([profiles, others, seed], tags, question) => {
          const store = storeOf(profiles, seed);
          const added = others.map((profile) => ({ ...profile, tags }));
          await expectKept(store, new Map([...storeOf(added, seed + 1), ...store]), { ...question, segments });
        }
      ),
      options
    );
  });

  it('of later batches changes nothing of the whole either', async () => {
    const segments = [{ tags: [] }, { tags: [{ key: 'region', value: '*' }] }];
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someRegions, someProfiles, fc.nat()),
        someTags,
        someQuestion,
        async ([profiles, others, seed], tags, question) => {
          const store = storeOf(profiles, seed);
          const added = others.map((profile, i) => ({ ...profile, day: dayAfter(7 + i), tags }));
          await expectKept(store, new Map([...storeOf(added, seed + 1), ...store]), { ...question, segments });
        }
      ),
      options
    );
  });
});
