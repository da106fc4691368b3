import { drift, type DriftInput } from '../../pkg/analyzer/index.ts';
import type { AnalyzerOutcome, DistanceName, DriftAlgorithm } from '../../pkg/contract/index.ts';
import { distanceMetrics } from '../../pkg/contract/index.ts';
import type { ColumnProfile } from '../../pkg/profile/index.ts';
import { kllRankErrorBounds, type KllSketch } from '../../pkg/sketch/index.ts';
import { columnsOf, readArchive, readJson } from './profiles.ts';

type Source = DriftInput['kind'];

function inputOf(source: Source, baseline: ColumnProfile, target: ColumnProfile): DriftInput {
  const klls = (column: ColumnProfile) => (column.distribution === null ? [] : [column.distribution.kll]);
  const items = (column: ColumnProfile) => (column.frequentItems === null ? [] : [column.frequentItems]);
  return source === 'histogram'
    ? { kind: source, baseline: klls(baseline), target: klls(target) }
    : { kind: source, baseline: items(baseline), target: items(target) };
}

function run(algorithm: DriftAlgorithm, input: DriftInput): AnalyzerOutcome {
  const baseline = { type: 'CurrentBatch', offset: 1 } as const;
  const config = { type: 'drift', metric: input.kind, algorithm, threshold: 0.7, minBatchSize: 1, baseline } as const;
  return drift({ ...config, bins: 'equal_width' }, input);
}

/** The value of a result; null where there is no result. */
function valueOf(algorithm: DriftAlgorithm, input: DriftInput): number | null {
  const outcome = run(algorithm, input);
  return outcome.kind === 'result' ? (outcome.fields.drift_metricValue ?? null) : null;
}

type Distances = Readonly<Record<DistanceName, number>>;

/** What a decoder that is independent of ours finds: the distances, or why the two sides have none. */
type Expected = Distances | { readonly special: 'empty' | 'min==max' };

/** Where all values are one and the same the distance is 0, and where both sides are empty; one empty side counts 1. */
function specialValue(special: 'empty' | 'min==max', baseline: ColumnProfile, target: ColumnProfile): number {
  const [isBefore, isAfter] = [baseline, target].map(({ distribution }) => (distribution?.kll.n ?? 0) > 0);
  return special === 'empty' && isBefore !== isAfter ? 1 : 0;
}

interface Pair {
  readonly baseline: string;
  readonly target: string;
  readonly columns: Readonly<Record<string, { readonly histogram?: Expected; readonly frequent_items?: Expected }>>;
}

// A file of this repository, in the shape that its README says.
const pairs = readJson('drift/drift-pairs.json') as Readonly<Record<string, Pair>>;
const files = new Map([...readArchive('profiles/whylabs-oss-v1.zip'), ...readArchive('profiles/whylabs-oss-v0.zip')]);

describe('drift of pairs that the platform met', () => {
  async function sidesOf(name: string): Promise<[name: string, baseline: ColumnProfile, target: ColumnProfile][]> {
    const pair = pairs[name];
    const [baselines, targets] = await Promise.all([
      columnsOf(files.get(pair?.baseline ?? '')),
      columnsOf(files.get(pair?.target ?? '')),
    ]);
    return Object.keys(pair?.columns ?? {}).map((column) => {
      const [baseline, target] = [baselines.get(column), targets.get(column)];
      if (baseline === undefined || target === undefined) {
        throw new Error(`there is no ${column} in ${name}`);
      }
      return [column, baseline, target];
    });
  }

  it.each(Object.keys(pairs))('%s', async (name) => {
    let compared = 0;
    for (const [column, baseline, target] of await sidesOf(name)) {
      for (const source of ['histogram', 'frequent_items'] as const) {
        const expected = pairs[name]?.columns[column]?.[source];
        if (expected === undefined) {
          continue;
        }
        for (const algorithm of distanceMetrics) {
          const value = valueOf(algorithm, inputOf(source, baseline, target));
          const wanted = 'special' in expected ? specialValue(expected.special, baseline, target) : expected[algorithm];
          expect(Math.abs((value ?? NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  it("#45: the distances in the columns' names, in both directions", async () => {
    const sides = await sidesOf('drift-golden');
    expect(sides).toHaveLength(20);
    for (const [column, baseline, target] of sides) {
      const expected = Number(/_hel([0-9.]+)$/.exec(column)?.[1]);
      const source =
        pairs['drift-golden']?.columns[column]?.frequent_items === undefined ? 'histogram' : 'frequent_items';
      expect(Math.abs((valueOf('hellinger', inputOf(source, baseline, target)) ?? NaN) - expected)).toBeLessThan(1e-5);
      expect(Math.abs((valueOf('hellinger', inputOf(source, target, baseline)) ?? NaN) - expected)).toBeLessThan(1e-5);
    }
  });
});

describe('Kolmogorov-Smirnov of golden pairs', () => {
  interface Golden {
    readonly group: string;
    readonly column: string;
    readonly ks: { readonly statistic: number; readonly pvalue: number };
    /** The statistic of the rows themselves. */
    readonly rows: number;
  }

  // A file of this repository, in the shape that its README says.
  const golden = (readJson('drift/golden-ks.json') as { readonly columns: readonly Golden[] }).columns;
  const archive = readArchive('drift/golden-drift.zip');

  function rankError(sketch: KllSketch): number {
    return sketch.levels.length <= 2 ? 0 : kllRankErrorBounds(sketch.minK).single;
  }

  it.each(golden.map((one) => [`${one.group} ${one.column}`, one] as const))(
    '%s',
    async (_, { group, column, ks, rows }) => {
      const baseline = (await columnsOf(archive.get(`${group}-reference.bin`))).get(column)?.distribution?.kll;
      const target = (await columnsOf(archive.get(`${group}-target.bin`))).get(column)?.distribution?.kll;
      if (baseline === undefined || target === undefined) {
        throw new Error('a side has no sketch');
      }
      const outcome = run('ks_test', { kind: 'histogram', baseline: [baseline], target: [target] });
      const fields = outcome.kind === 'result' ? outcome.fields : {};
      const [value, pValue] = [fields.drift_metricValue ?? NaN, fields.drift_pValue ?? NaN];
      const error = rankError(baseline) + rankError(target);
      // whylogs looks at a hundred quantiles of either side, we at all items.
      expect(value).toBeGreaterThanOrEqual(ks.statistic - 1e-12);
      expect(Math.abs(value - rows)).toBeLessThanOrEqual(error + 1e-12);
      expect(outcome).toMatchObject({ anomalyCount: value > 0.7 ? 1 : 0 });
      if (error === 0) {
        expect(value).toBeCloseTo(rows, 12);
        if (Math.abs(value - ks.statistic) < 1e-12) {
          expect(Math.abs(pValue - ks.pvalue)).toBeLessThanOrEqual(1e-6 * ks.pvalue);
        } else {
          expect(pValue).toBeLessThan(ks.pvalue);
        }
      } else {
        // The allowance for the sketches never makes drift likelier than it is.
        expect(pValue).toBeGreaterThanOrEqual(ks.pvalue);
      }
    }
  );

  it('are all there', () => {
    expect(golden).toHaveLength(18);
  });
});
