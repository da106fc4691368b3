import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from './archive.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';
import { StoreFolder } from './store-folder.ts';

const distances = ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'] as const;

/** What a decoder that is independent of ours finds: the distances, or why the two sides have none. */
type Expected = Readonly<Record<(typeof distances)[number], number>> | { readonly special: 'empty' | 'min==max' };

interface Pair {
  readonly baseline: string;
  readonly target: string;
  readonly columns: Readonly<Record<string, { readonly histogram?: Expected; readonly frequent_items?: Expected }>>;
}

const folder = join(__dirname, '..', 'data', 'drift');
// A file of this repository, in the shape that its README says.
const pairs = JSON.parse(readFileSync(join(folder, 'drift-pairs.json'), 'utf8')) as Readonly<Record<string, Pair>>;
const files = new Map([...readArchive('whylabs-oss-v1'), ...readArchive('whylabs-oss-v0')]);
const golden = pairs['drift-golden']!;
const segmented = pairs['house/Source Verified']!;

const store = new StoreFolder()
  .put('golden/reference/baseline/profile.bin', files.get(golden.baseline)!)
  .put('golden/target.bin', files.get(golden.target)!)
  .put('lending/2024-10-07/profile.bin', files.get(segmented.baseline)!)
  .put('lending/2024-10-08/profile.bin', files.get(segmented.target)!);

/** As b.5 of the analyzers' specification says them: what cannot be compared has no distance. */
function expectedDistance(expected: Expected | undefined, name: (typeof distances)[number]): number | null {
  if (expected === undefined || ('special' in expected && expected.special === 'empty')) {
    return null;
  }
  return 'special' in expected ? 0 : expected[name];
}

describe('distances of real pairs, through gRPC', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(store.path);
  });
  afterAll(async () => {
    await backEnd.stop();
    store.dispose();
  });

  /** The distances of all columns on one day. */
  async function ask(day: string, model: object): Promise<ReadonlyMap<string, number | null>> {
    const fromMs = Date.parse(day);
    const answer = await backEnd.ask({ kind: 'metric', ...model }, { fromMs, toMs: fromMs + 86_400_000 });
    expect(answer).toMatchObject({ status: 200, error: '' });
    const series = [...seriesOf(answer.frames)].filter(([, values]) => values.size > 0);
    return new Map(series.map(([name, values]) => [name.replace(/ overall$/, ''), values.get(day) ?? null]));
  }

  function wrongOnes(
    found: ReadonlyMap<string, number | null>,
    expected: readonly (readonly [column: string, value: number | null])[]
  ): readonly unknown[] {
    return expected.flatMap(([column, value]) => {
      const distance = found.get(column) ?? null;
      const isRight = distance === null || value === null ? distance === value : Math.abs(distance - value) <= 1e-5;
      return isRight ? [] : [{ column, distance, value }];
    });
  }

  describe('20 columns whose names end in their Hellinger distance, from a reference profile', () => {
    const model = { datasetId: 'golden', baseline: { type: 'Reference', profileId: 'baseline' } };

    it.each(distances)('%s', async (metric) => {
      const found = await ask('2022-12-07', { ...model, metric });
      const expected = Object.entries(golden.columns).map(
        ([column, { histogram }]) => [column, expectedDistance(histogram, metric)] as const
      );
      expect([...found.keys()].sort()).toEqual(expected.map(([column]) => column).sort());
      expect(expected.length).toBe(20);
      expect(wrongOnes(found, expected)).toEqual([]);
    });

    it('hellinger is the number in the name', async () => {
      const found = await ask('2022-12-07', { ...model, metric: 'hellinger' });
      const expected = [...found.keys()].map((column) => [column, Number(/_hel([\d.]+)$/.exec(column)?.[1])] as const);
      expect(expected.filter(([, value]) => !(value > 0))).toEqual([]);
      expect(wrongOnes(found, expected)).toEqual([]);
    });
  });

  describe('a segment of two days, from the day before', () => {
    const model = { datasetId: 'lending', baseline: { type: 'TrailingWindow', size: 1 } };

    it.each(
      distances.flatMap(
        (metric) =>
          [
            [metric, 'histogram'],
            [metric, 'frequent_items'],
          ] as const
      )
    )('%s of %s', async (metric, distribution) => {
      const found = await ask('2024-10-08', { ...model, metric, distribution });
      const expected = Object.entries(segmented.columns).map(
        ([column, kinds]) => [column, expectedDistance(kinds[distribution], metric)] as const
      );
      expect([...found.keys()].sort()).toEqual(expected.map(([column]) => column).sort());
      expect(wrongOnes(found, expected)).toEqual([]);
    });
  });
});
