import { driftContributions, driftDistance } from '../analyzer/index.ts';
import type { DistanceName, DistributionSource } from '../contract/index.ts';
import { distanceMetrics } from '../contract/index.ts';
import { type ColumnProfile, emptyColumnProfile } from '../profile/index.ts';
import { driftCells, driftMetrics } from './drift-value.ts';
import { columnsOf, readArchive, readJson } from './testing/archive.ts';

type Distances = Readonly<Record<DistanceName, number>>;

function distancesOf(
  baseline: ColumnProfile | undefined,
  target: ColumnProfile | undefined,
  source: DistributionSource
): Distances | null {
  const cells = driftCells({ baseline: baseline ? [baseline] : [], target: target ? [target] : [] }, source);
  if (cells === null) {
    return null;
  }
  for (const name of distanceMetrics) {
    const sum = driftContributions(name, cells).reduce((total, share) => total + share, 0);
    expect(sum === 0 ? 0 : sum).toBeCloseTo(driftDistance(name, cells) === 0 ? 0 : 1, 9);
  }
  const found = distanceMetrics.map((name) => [name, driftDistance(name, cells)] as const);
  // fromEntries cannot say that every distance became a key; it did.
  return Object.fromEntries(found) as unknown as Distances;
}

function expectDistances(found: Distances | null, expected: Distances | null, tolerance: number): void {
  if (expected === null || found === null) {
    expect(found).toEqual(expected);
    return;
  }
  for (const name of distanceMetrics) {
    const allowed = tolerance * Math.max(1, Math.abs(expected[name]));
    if (!(Math.abs(found[name] - expected[name]) <= allowed)) {
      throw new Error(`${name} is ${found[name]} where ${expected[name]} is expected`);
    }
  }
}

describe('distances of golden pairs, by the formulas of the service', () => {
  interface Golden {
    readonly group: 'numeric' | 'ints' | 'strings';
    readonly column: string;
    readonly service: { readonly histogram?: Distances; readonly frequentItems?: Distances };
  }
  const files = readArchive('drift/golden-drift.zip');
  const columns = (JSON.parse(new TextDecoder().decode(files.get('service.json'))) as { columns: Golden[] }).columns;
  const nothing: Distances = { hellinger: 0, jensenshannon: 0, kl_divergence: 0, psi: 0 };

  /** Where a side is empty the service says 0 or 1; here there is no value (design, law 4). */
  function expectedHistogram({ group, column, service }: Golden): Distances | null {
    const isEmpty = group === 'strings' || column === 'one_empty';
    return isEmpty ? null : (service.histogram ?? nothing);
  }

  it.each(columns.map((golden) => [`${golden.group} ${golden.column}`, golden] as const))('%s', async (_, golden) => {
    const baseline = (await columnsOf(files.get(`${golden.group}-reference.bin`))).get(golden.column);
    const target = (await columnsOf(files.get(`${golden.group}-target.bin`))).get(golden.column);
    expect([baseline === undefined, target === undefined]).toEqual([false, false]);
    expectDistances(distancesOf(baseline, target, 'histogram'), expectedHistogram(golden), 1e-9);
    if (golden.service.frequentItems !== undefined) {
      expectDistances(distancesOf(baseline, target, 'frequent_items'), golden.service.frequentItems, 1e-9);
    }
  });

  it('are all there', () => {
    expect(columns).toHaveLength(28);
    expect(columns.filter(({ service }) => service.frequentItems !== undefined)).toHaveLength(10);
  });
});

describe('distances of pairs that the platform met', () => {
  type Expected = Distances | { readonly special: 'empty' | 'min==max' };
  interface Pair {
    readonly baseline: string;
    readonly target: string;
    readonly columns: Readonly<Record<string, { readonly histogram?: Expected; readonly frequent_items?: Expected }>>;
  }
  const pairs = readJson<Readonly<Record<string, Pair>>>('drift/drift-pairs.json');
  const files = new Map([...readArchive('profiles/whylabs-oss-v1.zip'), ...readArchive('profiles/whylabs-oss-v0.zip')]);

  function expectedOf(expected: Expected | undefined): Distances | null {
    if (expected === undefined || !('special' in expected)) {
      return expected ?? null;
    }
    const nothing = { hellinger: 0, jensenshannon: 0, kl_divergence: 0, psi: 0 };
    return expected.special === 'empty' ? null : nothing;
  }

  it.each(Object.entries(pairs))('%s', async (_, { baseline, target, columns }) => {
    const [baselines, targets] = [await columnsOf(files.get(baseline)), await columnsOf(files.get(target))];
    expect(baselines.size).toBe(Object.keys(columns).length);
    for (const [name, expected] of Object.entries(columns)) {
      const [before, after] = [baselines.get(name), targets.get(name)];
      expectDistances(distancesOf(before, after, 'histogram'), expectedOf(expected.histogram), 1e-9);
      if (expected.frequent_items !== undefined) {
        expectDistances(distancesOf(before, after, 'frequent_items'), expectedOf(expected.frequent_items), 1e-9);
      }
    }
  });

  it("are those in the columns' names", async () => {
    const { baseline, target } = pairs['drift-golden']!;
    const [baselines, targets] = [await columnsOf(files.get(baseline)), await columnsOf(files.get(target))];
    let compared = 0;
    for (const [name, before] of baselines) {
      const expected = Number(/_hel([0-9.]+)$/.exec(name)?.[1]);
      expect(distancesOf(before, targets.get(name), 'auto')?.hellinger).toBeCloseTo(expected, 6);
      compared += 1;
    }
    expect(compared).toBe(20);
  });
});

describe('the choice of the distribution', () => {
  async function golden(group: string, column: string): Promise<ColumnProfile> {
    const found = (await columnsOf(readArchive('drift/golden-drift.zip').get(`${group}-target.bin`))).get(column);
    if (found === undefined) {
      throw new Error(`there is no ${column}`);
    }
    return found;
  }

  function kindOf(baseline: ColumnProfile, target: ColumnProfile): string | null {
    return driftCells({ baseline: [baseline], target: [target] }, 'auto')?.kind ?? null;
  }

  it('is by the discreteness of the baseline', async () => {
    const [fractions, integers, texts] = [
      await golden('numeric', 'same'),
      await golden('ints', 'ints'),
      await golden('strings', 'str_same'),
    ];
    expect(kindOf(fractions, fractions)).toBe('histogram');
    expect(kindOf(integers, integers)).toBe('frequent_items');
    expect(kindOf(texts, texts)).toBe('frequent_items');
  });

  it('takes what both sides have where they lack the one', async () => {
    const integers = await golden('ints', 'ints');
    expect(kindOf({ ...integers, frequentItems: null }, integers)).toBe('histogram');
    const fractions = await golden('numeric', 'same');
    const items = { ...fractions, frequentItems: integers.frequentItems };
    expect(kindOf({ ...items, distribution: null }, items)).toBe('frequent_items');
    expect(kindOf(emptyColumnProfile, emptyColumnProfile)).toBeNull();
  });

  it.each([
    ['histogram', ['distribution']],
    ['frequent_items', ['frequent_items']],
    ['auto', ['counts', 'types', 'cardinality', 'distribution', 'frequent_items']],
  ] as const)('%s needs %p', (source, metrics) => {
    expect(driftMetrics(source)).toEqual(metrics);
  });

  it('has no cells where a side is missing', async () => {
    const integers = await golden('ints', 'ints');
    for (const source of ['auto', 'histogram', 'frequent_items'] as const) {
      expect(driftCells({ baseline: [], target: [integers] }, source)).toBeNull();
      expect(driftCells({ baseline: [integers], target: [] }, source)).toBeNull();
    }
  });
});
