import { bytesSource } from './byte-source.ts';
import type { LoggedValue } from './column-log.ts';
import { columnMetric } from './column-metric.ts';
import type { ColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import { type LoggedRow, ProfileWriter, type WriterOptions } from './profile-writer.ts';
import { summarizeColumn } from './summarize-column.ts';

const day: WriterOptions = { datasetTimestampMs: Date.UTC(2026, 0, 1) };

/** Logs rows and reads the file back. */
async function profileOf(rows: readonly LoggedRow[], options = day): Promise<ReadonlyMap<string, ColumnProfile>> {
  const writer = new ProfileWriter(options);
  for (const row of rows) writer.log(row);
  const [profile] = await openProfiles(bytesSource('written.bin', writer.finish()));
  const columns = await profile!.readColumns();
  return new Map(columns.map((column) => [column.name, decodeColumn(column)]));
}

async function columnOf(values: readonly LoggedValue[], options = day): Promise<ColumnProfile> {
  const columns = await profileOf(
    values.map((x) => ({ x })),
    options
  );
  return columns.get('x')!;
}

const counts = (n: number, nulls = 0, nan = 0, inf = 0, trues = 0): unknown => ({
  n,
  null: nulls,
  nan,
  inf,
  true: trues,
});
const types = (partial: Partial<Record<string, number>>): unknown => ({
  integral: 0,
  fractional: 0,
  boolean: 0,
  string: 0,
  object: 0,
  tensor: 0,
  ...partial,
});
const items = (column: ColumnProfile): unknown =>
  column.frequentItems?.items.map(({ value, weight }) => [value, weight]) ?? null;

describe('the type of a column', () => {
  test('whole numbers are integers, with range and items', async () => {
    const column = await columnOf([3, -1, 3, 2 ** 53 - 1]);
    expect(column.counts).toEqual(counts(4));
    expect(column.types).toEqual(types({ integral: 4 }));
    expect(column.ints).toEqual({ min: -1n, max: 2n ** 53n - 1n });
    expect(items(column)).toEqual([
      ['-1', 1],
      ['3', 2],
      ['9007199254740991', 1],
    ]);
    expect(columnMetric(column, 'unique_est')).toBeCloseTo(3, 6);
  });

  test('one fraction makes them floats, without range and items', async () => {
    const column = await columnOf([3, -1, 2.5, 3]);
    expect(column.types).toEqual(types({ fractional: 4 }));
    expect([column.ints, column.frequentItems]).toEqual([null, null]);
    expect([columnMetric(column, 'mean'), columnMetric(column, 'min'), columnMetric(column, 'max')]).toEqual([
      1.875, -1, 3,
    ]);
    expect(columnMetric(column, 'unique_est')).toBeCloseTo(3, 6);
  });

  test.each<[string, readonly number[]]>([
    ['NaN alone', [NaN, NaN]],
    ['an infinite one', [1, Infinity]],
    ['one beyond 2^53', [1, 2 ** 60]],
  ])('so does %s', async (_, values) => {
    const column = await columnOf(values);
    expect([column.ints, column.frequentItems, column.types?.integral]).toEqual([null, null, 0]);
  });

  test('columns named as fractional are floats from the start', async () => {
    const column = await columnOf([3, 4], { ...day, fractional: ['x'] });
    expect(column.types).toEqual(types({ fractional: 2 }));
    expect([column.ints, column.frequentItems]).toEqual([null, null]);
  });

  test('bigints are integers of 64 bits, larger ones floats', async () => {
    const column = await columnOf([2n ** 62n, -5n, 7]);
    expect(column.ints).toEqual({ min: -5n, max: 2n ** 62n });
    expect(column.types).toEqual(types({ integral: 3 }));
    expect((await columnOf([2n ** 70n, 1])).types).toEqual(types({ fractional: 2 }));
  });

  test('booleans count as 1 and 0, under Python’s names', async () => {
    const column = await columnOf([true, false, true]);
    expect(column.counts).toEqual(counts(3, 0, 0, 0, 2));
    expect(column.types).toEqual(types({ boolean: 3 }));
    expect(items(column)).toEqual([
      ['False', 1],
      ['True', 2],
    ]);
    // A range without values, where none is missing: what whylogs writes.
    expect(column.ints).toEqual({ min: null, max: null });
    expect((await columnOf([true, null])).ints).toBeNull();
    expect(columnMetric(column, 'mean')).toBeCloseTo(2 / 3, 15);
  });

  test('texts have items and an empty distribution', async () => {
    const column = await columnOf(['b', '', 'a', 'b']);
    expect(column.types).toEqual(types({ string: 4 }));
    expect(items(column)).toEqual([
      ['', 1],
      ['a', 1],
      ['b', 2],
    ]);
    expect(column.distribution?.kll.n).toBe(0);
    // whylogs does not count the empty text among distinct values.
    expect(columnMetric(column, 'unique_est')).toBeCloseTo(2, 6);
  });

  test('a mixture keeps each value’s type; its numbers are all integers or all floats', async () => {
    const whole = await columnOf(['1', 1, true, null, 1]);
    expect(whole.types).toEqual(types({ string: 1, integral: 2, boolean: 1 }));
    expect(items(whole)).toEqual([
      ['1', 3],
      ['True', 1],
    ]);
    expect(whole.ints).toBeNull();
    const broken = await columnOf(['1', 1, 1.5]);
    expect(broken.types).toEqual(types({ string: 1, fractional: 2 }));
    expect(items(broken)).toEqual([
      ['1', 1],
      ['1.000000', 1],
      ['1.500000', 1],
    ]);
  });

  test('anything else is an object: counted, nothing more', async () => {
    const column = await columnOf([new Date(0), { a: 1 }, [1, 2]]);
    expect(column.types).toEqual(types({ object: 3 }));
    expect([column.distribution, column.cardinality, column.frequentItems]).toEqual([null, null, null]);
    expect((await columnOf([new Date(0), 'a'])).types).toEqual(types({ object: 1, string: 1 }));
  });
});

describe('values that are missing', () => {
  test('null, undefined and NaN are nulls', async () => {
    const column = await columnOf([1.5, null, undefined, NaN]);
    expect(column.counts).toEqual(counts(4, 3, 1));
    expect(column.distribution?.kll.n).toBe(1);
  });

  test('nulls and NaN leave integers integers', async () => {
    expect((await columnOf([1, null, 2, NaN])).types).toEqual(types({ integral: 2 }));
  });

  test('a column that a row does not have is null there, before and after it first came', async () => {
    const columns = await profileOf([{ a: 1 }, { a: 2, b: 'x' }, { a: 3 }]);
    expect(columns.get('b')?.counts).toEqual(counts(3, 2));
  });

  test('nulls alone', async () => {
    const column = await columnOf([null, null]);
    expect(column.counts).toEqual(counts(2, 2));
    expect([column.distribution?.kll.n, items(column), column.ints]).toEqual([0, [], null]);
  });

  test('infinite numbers', async () => {
    const column = await columnOf([1, Infinity, -Infinity]);
    expect(column.counts).toEqual(counts(3, 0, 0, 2));
    expect([columnMetric(column, 'min'), columnMetric(column, 'max')]).toEqual([-Infinity, Infinity]);
    expect(columnMetric(column, 'mean')).toBeNaN();
  });

  test('no rows, and rows without columns', async () => {
    expect((await profileOf([])).size).toBe(0);
    expect((await profileOf([{}, {}])).size).toBe(0);
  });
});

test('the longest text kept as an item', async () => {
  const long = 'é'.repeat(127) + '😀😀';
  const column = await columnOf([long, 'x'.repeat(128), 'y'.repeat(129)]);
  expect(items(column)).toEqual([
    ['x'.repeat(128), 1],
    ['y'.repeat(128), 1],
    ['é'.repeat(127) + '😀', 1],
  ]);
  expect(items(await columnOf(['abcdefgh'], { ...day, frequentItemCharacters: 3 }))).toEqual([['abc', 1]]);
});

test('moments and quantiles of many values', async () => {
  const values = Array.from({ length: 20_000 }, (_, index) => ((index * 7919) % 20_000) / 2);
  const column = await columnOf(values);
  expect(columnMetric(column, 'mean')).toBeCloseTo(4999.75, 8);
  // Of 0, 0.5, …: sqrt((n² − 1) / 12 · 0.25 · n / (n − 1)).
  expect(columnMetric(column, 'stddev')).toBeCloseTo(Math.sqrt((((20_000 ** 2 - 1) / 12) * 0.25 * 20_000) / 19_999), 6);
  const median = summarizeColumn(column)['distribution/median'] as number;
  expect(Math.abs(median - 5_000)).toBeLessThan(10_000 * 0.0027);
});

test('facts of the file', async () => {
  const writer = new ProfileWriter({
    ...day,
    creationTimestampMs: 42,
    segmentTags: { region: 'amer' },
    metadata: { model_version: '7' },
  });
  const [profile] = await openProfiles(bytesSource('written.bin', writer.finish()));
  expect([profile?.datasetTimestampMs, profile?.creationTimestampMs]).toEqual([day.datasetTimestampMs, 42]);
  expect(Object.fromEntries(profile!.segmentTags)).toEqual({ region: 'amer' });
  expect(profile?.metadata.get('model_version')).toBe('7');
  const [plain] = await openProfiles(bytesSource('written.bin', new ProfileWriter(day).finish()));
  expect(plain?.creationTimestampMs).toBe(day.datasetTimestampMs);
});

test('sizes of the sketches', async () => {
  const column = await columnOf(['a', 1], { ...day, kllK: 200, hllLgK: 10, frequentItemsLgMax: 5 });
  expect([column.distribution?.kll.k, column.cardinality?.lgK, column.frequentItems?.lgMax]).toEqual([200, 10, 5]);
});

test('the same rows give the same bytes, and logging can go on', () => {
  const [left, right] = [new ProfileWriter(day), new ProfileWriter(day)];
  for (let row = 0; row < 5_000; row++) {
    left.log({ x: Math.sin(row), s: `s${row % 50}` });
    if (row === 2_500) left.finish();
    right.log({ s: `s${row % 50}`, x: Math.sin(row) });
  }
  expect(left.finish()).toEqual(right.finish());
  expect(left.columns().get('x')?.counts?.n).toBe(5_000);
});

test('no more columns than the limit, and a row is counted whole or not at all', () => {
  const writer = new ProfileWriter({ ...day, columns: 2 });
  writer.log({ a: 1, b: 2 });
  expect(() => writer.log({ a: 1, c: 2 })).toThrow(
    'profile writer: 3 columns with "c", more than columns allows. Raise'
  );
  expect(writer.columns().get('a')?.counts?.n).toBe(1);
});

test('names beyond ASCII and names of objects’ own', async () => {
  const row = Object.fromEntries([
    ['größe 😀', 1],
    ['__proto__', 2],
    ['constructor', 3],
    ['', 4],
  ]);
  const columns = await profileOf([row]);
  expect([...columns.keys()]).toEqual(['', '__proto__', 'constructor', 'größe 😀']);
});

describe('the times of a profile to be written', () => {
  it.each([NaN, Infinity, -1, 1.5, 2 ** 53])('cannot be %p', (timeMs) => {
    const text = `is ${timeMs}, not whole milliseconds since 1970`;
    expect(() => new ProfileWriter({ datasetTimestampMs: timeMs })).toThrow(
      `profile writer: datasetTimestampMs ${text}`
    );
    expect(() => new ProfileWriter({ datasetTimestampMs: 0, creationTimestampMs: timeMs })).toThrow(
      `profile writer: creationTimestampMs ${text}`
    );
  });

  it('can be the epoch itself', () => {
    expect(new ProfileWriter({ datasetTimestampMs: 0 }).finish().length).toBeGreaterThan(0);
  });
});
