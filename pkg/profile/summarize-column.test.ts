import { bytesSource } from './byte-source.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { mergeColumns } from './merge-columns.ts';
import { openProfiles } from './open-profiles.ts';
import type { RawColumn } from './raw-column.ts';
import { summarizeColumn } from './summarize-column.ts';
import { differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';

async function readColumn(file: string, bytes: Uint8Array, name: string): Promise<RawColumn> {
  const [profile] = await openProfiles(bytesSource(file, bytes));
  const column = await profile!.readColumn(name);
  return column!;
}

describe('three airports merged, as whylogs summarizes them', () => {
  const fixtures = new Fixtures('flights-six-days');
  interface Expected {
    readonly days: Record<string, Record<string, Record<string, Json>>>;
  }
  const { days } = fixtures.json<Expected>('expected.json');
  const cases = Object.entries(days).flatMap(([day, columns]) =>
    Object.keys(columns).map((name) => [day, name] as const)
  );

  test('six days of sixteen columns', () => {
    expect(cases).toHaveLength(6 * 16);
  });

  test.each(cases)('%s %s', async (day, name) => {
    const files = fixtures.names('.bin', `profiles/${day}/`);
    expect(files).toHaveLength(3);
    const columns = await Promise.all(files.map((file) => readColumn(file, fixtures.bytes(file), name)));
    const summary = summarizeColumn(mergeColumns(columns));
    const expected = days[day]![name]!;
    const found = Object.fromEntries(Object.entries(summary).filter(([key]) => !key.startsWith('frequent_items/')));
    // What whylogs says of a column without integers; JSON keeps 64-bit integers as doubles.
    const noInteger = { 'ints/max': -9223372036854775807, 'ints/min': 9223372036854775807 };
    const wanted = Object.entries(expected).map(([key, value]) => [
      key,
      value === noInteger[key as keyof typeof noInteger] ? null : value,
    ]);
    const tolerance = (path: string): number => {
      // Coupons enter registers in an order of our own (spec 5.2.5).
      if (path.includes('cardinality')) return isExact(summary['cardinality/est']) ? 1e-9 : 0.03;
      return /mean|stddev/.test(path) ? 1e-9 : 0;
    };
    expect(differences(withoutBigint(found), Object.fromEntries(wanted) as Json, { tolerance })).toEqual([]);
  });
});

/** Up to 384 distinct values a sketch counts coupons. */
function isExact(estimate: unknown): boolean {
  return typeof estimate === 'number' && estimate < 384;
}

function withoutBigint(summary: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(summary).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value])
  );
}

test('frequent items by estimate, then by value', async () => {
  const fixtures = new Fixtures('golden-extras');
  const word = decodeColumn(await readColumn('udf', fixtures.bytes('udf.bin'), 'word'));
  const items = summarizeColumn(word)['frequent_items/frequent_strings'];
  const top = fixtures.json<{ columns: { word: { frequent_items: { top: [string, number, number, number][] } } } }>(
    'udf.json'
  );
  expect(items).toEqual(
    top.columns.word.frequent_items.top.map(([value, est, lower, upper]) => ({ value, est, upper, lower }))
  );
});

test('submetrics stand under their namespace, custom components under their path', async () => {
  const fixtures = new Fixtures('golden-extras');
  const word = summarizeColumn(decodeColumn(await readColumn('udf', fixtures.bytes('udf.bin'), 'word')));
  expect(word['udf/length:distribution/max']).toBe(8);
  expect(word['udf/length:counts/n']).toBe(300);
  const custom = summarizeColumn(decodeColumn(await readColumn('custom', fixtures.bytes('custom.bin'), 'word')));
  expect(custom['golden_custom/dataclass_param']).toEqual({
    longest: 'dormouse',
    count: 300,
    ratio: 300 / 7,
    flag: true,
  });
  const conditions = decodeColumn(await readColumn('conditions', fixtures.bytes('conditions-0.bin'), 'x'));
  expect(summarizeColumn(conditions)['condition_count/a/b']).toBe(82);
});

test('a metric that is absent has no keys, a value that does not exist is null', async () => {
  expect(summarizeColumn(emptyColumnProfile)).toEqual({});
  const partial: ColumnProfile = {
    ...emptyColumnProfile,
    counts: { n: 3, null: 1, nan: null, inf: null, true: null },
    ints: { min: null, max: 2n ** 62n },
  };
  expect(summarizeColumn(partial)).toEqual({
    'counts/n': 3,
    'counts/null': 1,
    'ints/max': 2n ** 62n,
    'ints/min': null,
  });
  const numeric = new Fixtures('golden-numeric');
  const empty = summarizeColumn(decodeColumn(await readColumn('empty', numeric.bytes('empty-0.bin'), 'x')));
  expect([empty['distribution/n'], empty['distribution/min'], empty['distribution/median']]).toEqual([0, null, null]);
  // whylogs: mean and deviation of nothing are 0.
  expect([empty['distribution/mean'], empty['distribution/stddev']]).toEqual([0, 0]);
});
