import type { FrequentItems } from '../sketch/index.ts';
import { bytesSource } from './byte-source.ts';
import { columnMetric, columnQuantile } from './column-metric.ts';
import type { ColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { summarizeColumn } from './summarize-column.ts';
import { type Comparison, differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';

// Profiles that the WhyLabs platform met in the wild, with values found by an independent decoder.
interface Expected {
  readonly format: string;
  readonly dataset_timestamp: number | null;
  readonly tags: Record<string, string>;
  readonly metadata: Record<string, string>;
  readonly columns: Record<string, ExpectedColumn>;
}

interface ExpectedColumn {
  readonly [metric: string]: Json | undefined;
  readonly kll?: { [key: string]: Json };
}

/** A column in the words of the expected values. */
function found(column: ColumnProfile): Json {
  const { types, distribution, frequentItems } = column;
  const kll = distribution?.kll;
  return {
    count: columnMetric(column, 'count'),
    count_null: columnMetric(column, 'count_null'),
    types: Object.fromEntries(Object.entries(types ?? {}).filter(([, count]) => count !== null)) as Record<
      string,
      Json
    >,
    ...(kll === undefined || kll.n === 0
      ? {}
      : {
          mean: distribution?.mean ?? null,
          m2: distribution?.m2 ?? null,
          kll: {
            n: kll.n,
            k: kll.k,
            item_bytes: kll.itemBytes,
            min: columnMetric(column, 'min'),
            max: columnMetric(column, 'max'),
            q25: columnQuantile(column, 0.25),
            median: columnQuantile(column, 0.5),
            q75: columnQuantile(column, 0.75),
            q95: columnQuantile(column, 0.95),
          },
        }),
    ...(frequentItems === null
      ? {}
      : {
          frequent_items: {
            stream_weight: frequentItems.totalWeight,
            offset: frequentItems.offset,
            active: frequentItems.items.length,
            top: mostFrequent(frequentItems),
          },
        }),
  };
}

/** The five greatest estimates; the decoder breaks ties as we do. */
function mostFrequent({ items, offset }: FrequentItems): Json {
  return items
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, 5)
    .map(({ value, weight }) => [value, weight + offset]);
}

/** Columns without numbers: the decoder lists their empty sketch and moments of nothing, we have none. */
function withoutEmpty(columns: Record<string, ExpectedColumn>): Json {
  const entries = Object.entries(columns).map(([name, column]): [string, Json] => {
    const isEmpty = column.kll?.['n'] === 0;
    const kept = Object.entries(column).flatMap(([key, value]): [string, Json][] =>
      value === undefined || (isEmpty && ['kll', 'mean', 'm2'].includes(key)) ? [] : [[key, value]]
    );
    return [name, Object.fromEntries(kept)];
  });
  return Object.fromEntries(entries);
}

const comparison: Comparison = {
  // `variance_count` and with it `stddev` count nulls in; preamble and single-item layouts are the sketch room's matter.
  ignored: ['variance_count', 'stddev', 'preamble_ints'],
  // The decoder lists the types that a v0 file names, and no tensors.
  optional: ['integral', 'fractional', 'boolean', 'string', 'object', 'tensor'],
  // Moments were summed up in another order where the file holds none.
  tolerance: () => 1e-12,
};

/** The profile's columns, the parts of an image as columns of their own. */
async function readFound(profile: Profile): Promise<Record<string, Json>> {
  const columns: Record<string, Json> = {};
  for (const column of await profile.readColumns()) {
    const decoded = decodeColumn(column);
    columns[column.name] = found(decoded);
    for (const [name, part] of decoded.submetrics.get('image') ?? []) columns[`${column.name}.${name}`] = found(part);
  }
  return columns;
}

for (const archive of ['whylabs-oss-v1', 'whylabs-oss-v0']) {
  const fixtures = new Fixtures(archive);
  const files = fixtures.names('.bin');

  describe(archive, () => {
    test('holds files', () => {
      expect(files.length).toBeGreaterThanOrEqual(13);
    });

    test.each(files)('%s', async (file) => {
      const json = fixtures.json<Expected | Expected[]>(`expected/${file.replace(/^.*\/(.*)\.bin$/, '$1')}.json`);
      const expected = Array.isArray(json) ? json : [json];
      const profiles = await openProfiles(bytesSource(file, fixtures.bytes(file)));
      expect(profiles).toHaveLength(expected.length);
      for (const [index, profile] of profiles.entries()) {
        const wanted = expected[index]!;
        // The decoder tells bare messages (`v0-undelimited`) apart.
        expect(profile.format).toBe(wanted.format.slice(0, 2));
        // Without a time of the data we take the session's, the decoder takes none.
        if (wanted.dataset_timestamp !== null) expect(profile.datasetTimestampMs).toBe(wanted.dataset_timestamp);
        expect(Object.fromEntries(profile.metadata)).toEqual({ ...wanted.tags, ...wanted.metadata });
        expect(differences(await readFound(profile), withoutEmpty(wanted.columns), comparison)).toEqual([]);
      }
    });
  });
}

test('the profile of another repository, 153,564 rows of 22 columns', async () => {
  const [profile] = await openProfiles(bytesSource('v0', new Fixtures('whylogs-v0').bytes('v0_profile.bin')));
  expect(profile?.datasetTimestampMs).toBe(1_649_257_655_165);
  expect(profile?.columnNames).toHaveLength(22);
  // Decoded by another implementation: nulls, numbers, mean, median in whylogs' convention, distinct values.
  const rows: readonly (readonly [string, number, number, number, number | null, number])[] = [
    ['year', 44, 153520, 2011.65512, 2012, 139.000048],
    ['city_id', 478, 153086, 38769.2252, 19701, 6856.70889],
    ['price', 793, 152771, 7339260.37, 31900, 9757.11155],
    ['model', 39, 9732, 798.520962, 308, 1140.94963],
    ['created_at_first', 0, 0, 0, null, 145085.477],
    ['color', 403, 0, 0, null, 14.0000005],
  ];
  for (const [name, nulls, numbers, mean, median, distinct] of rows) {
    const summary = summarizeColumn(decodeColumn((await profile!.readColumn(name))!));
    expect([summary['counts/n'], summary['counts/null'], summary['distribution/n']]).toEqual([153564, nulls, numbers]);
    expect(summary['distribution/median']).toBe(median);
    if (numbers > 0) expect((summary['distribution/mean'] as number) / mean).toBeCloseTo(1, 8);
    expect((summary['cardinality/est'] as number) / distinct).toBeCloseTo(1, 8);
  }
});
