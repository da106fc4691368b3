import { bytesSource } from './byte-source.ts';
import { columnMetric } from './column-metric.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';

// v0 messages as whylogs 1.6.4 writes them, and what stands in their fields.
interface GoldenV0 {
  readonly properties: {
    readonly session_timestamp: number;
    readonly data_timestamp: number;
    readonly tags: Record<string, string>;
    readonly metadata: Record<string, string>;
  };
  readonly columnNames: string[];
  readonly columnsV0: Record<string, GoldenColumn>;
}

interface GoldenColumn {
  readonly count: number;
  /** By `InferredType.Type`; types without values are left out. */
  readonly typeCounts: Record<string, number>;
  readonly variance: { readonly sum: number; readonly mean: number };
  readonly kll: {
    readonly n: number;
    readonly k: number;
    readonly min: Json;
    readonly max: Json;
    readonly quantilesPy: Json;
  };
  readonly hll: Json;
}

async function open(name: string, bytes: Uint8Array): Promise<Profile> {
  const [profile] = await openProfiles(bytesSource(name, bytes));
  return profile!;
}

const performance = new Fixtures('golden-performance');
const segments = new Fixtures('golden-segments');
const files = [
  ...performance.names('.bin').map((name) => [name, performance] as const),
  ['one-column-v0.bin', segments] as const,
].filter(([name, fixtures]) => 'columnsV0' in fixtures.json<object>(name.replace(/\.bin$/, '.json')));

test('with and without columns, of a segment, with performance', () => {
  expect(files.length).toBeGreaterThanOrEqual(15);
});

test.each(files)('%s', async (name, fixtures) => {
  const golden = fixtures.json<GoldenV0>(name.replace(/\.bin$/, '.json'));
  const profile = await open(name, fixtures.bytes(name));
  expect(profile.format).toBe('v0');
  expect(profile.datasetTimestampMs).toBe(golden.properties.data_timestamp);
  expect(profile.creationTimestampMs).toBe(golden.properties.session_timestamp);
  expect(Object.fromEntries(profile.metadata)).toEqual({ ...golden.properties.tags, ...golden.properties.metadata });
  expect(profile.columnNames).toEqual(golden.columnNames);
  for (const [column, expected] of Object.entries(golden.columnsV0)) {
    const decoded = decodeColumn((await profile.readColumn(column))!);
    const ofType = (type: number): number => expected.typeCounts[type] ?? 0;
    expect(decoded.counts).toMatchObject({ n: expected.count, null: ofType(1) });
    expect(decoded.types).toMatchObject({
      object: ofType(0),
      fractional: ofType(2),
      integral: ofType(3),
      boolean: ofType(4),
      string: ofType(5),
    });
    expect(decoded.distribution).toMatchObject({ mean: expected.variance.mean, m2: expected.variance.sum });
    const described = describeColumn(decoded) as Record<string, { quantiles: { py: Json } } & Record<string, Json>>;
    const { n, k, min, max, quantiles } = described['distribution']!;
    expect({ n, k, min, max, quantilesPy: quantiles.py }).toEqual(expected.kll);
    expect(differences(described['cardinality'], expected.hll, { tolerance: () => 1e-9 })).toEqual([]);
  }
});

test('the segment says the same in v0 as in v1', async () => {
  interface SameRows {
    readonly sameRowsAs: string;
  }
  const { sameRowsAs } = segments.json<SameRows>('one-column-v0.json');
  const v1Name = sameRowsAs.replace(/^segments\//, '');
  const v0 = await open('v0', segments.bytes('one-column-v0.bin'));
  const v1 = await open('v1', segments.bytes(v1Name));
  expect([v0.segmentTags, v0.columnNames]).toEqual([v1.segmentTags, v1.columnNames]);
  for (const name of v1.columnNames) {
    const [old, current] = [decodeColumn((await v0.readColumn(name))!), decodeColumn((await v1.readColumn(name))!)];
    for (const metric of ['count', 'count_null', 'mean', 'stddev', 'min', 'max', 'unique_est'] as const) {
      expect([name, metric, columnMetric(old, metric)]).toEqual([name, metric, columnMetric(current, metric)]);
    }
  }
});

test('ranking figures are the means of ordinary columns', async () => {
  const { truth } = performance.json<{ truth: Record<string, number> }>('ranking.json');
  const profile = await open('ranking.bin', performance.bytes('ranking.bin'));
  expect(Object.keys(truth).length).toBeGreaterThanOrEqual(4);
  for (const [name, mean] of Object.entries(truth)) {
    const column = decodeColumn((await profile.readColumn(name))!);
    expect(columnMetric(column, 'mean')).toBeCloseTo(mean, 12);
  }
});
