import { columnMetrics, parseMetric } from '../contract/index.ts';
import {
  bytesSource,
  decodeColumn,
  emptyColumnProfile,
  metricNames,
  openProfiles,
  type RawColumn,
} from '../profile/index.ts';
import { metricsNeeded, metricUnit, metricValue, type ScalarMetric } from './metric-value.ts';
import { column, profileOf } from './testing/ask.ts';

function scalar(name: string): ScalarMetric {
  const metric = parseMetric(name);
  if (metric.kind === 'distance') {
    throw new Error(`${name} is a distance`);
  }
  return metric;
}

async function rawColumn(values: readonly (number | string | boolean | null)[]): Promise<RawColumn> {
  const [profile] = await openProfiles(bytesSource('x', profileOf('2013-03-08', column('a', values))));
  const found = await profile?.readColumn('a');
  if (!found) {
    throw new Error('there is no column');
  }
  return found;
}

describe('the value of a metric', () => {
  // Two integers, a float, two texts and two nulls: numbers 1, 2 and 4.5.
  const values = [1, 2, 4.5, 'x', 'y', null, null];
  const expected: Record<string, number> = {
    count: 7,
    count_null: 2,
    count_null_ratio: 2 / 7,
    count_bool: 0,
    count_bool_ratio: 0,
    count_string: 2,
    count_string_ratio: 2 / 7,
    count_object: 0,
    count_object_ratio: 0,
    min: 1,
    max: 4.5,
    mean: 2.5,
    // Deviations -1.5, -0.5 and 2: 6.5 / 2.
    stddev: Math.sqrt(3.25),
    median: 2,
    quantile_0: 1,
    quantile_25: 1,
    // floor(0.34 * 3) = 1: the second.
    quantile_34: 2,
    quantile_99: 4.5,
    quantile_100: 4.5,
  };

  it.each(Object.entries(expected))('%s is %d', async (name, value) => {
    const metric = scalar(name);
    // From the parts that the metric says it needs, no others.
    const decoded = decodeColumn(await rawColumn(values), metricsNeeded(metric));
    expect(metricValue(decoded, metric)).toBeCloseTo(value, 14);
  });

  it.each(columnMetrics)('%s is the same from the parts it needs and from all', async (name) => {
    const metric = scalar(name);
    const raw = await rawColumn(values);
    const value = metricValue(decodeColumn(raw, metricsNeeded(metric)), metric);
    expect(value).not.toBeNull();
    expect(value).toBe(metricValue(decodeColumn(raw, metricNames), metric));
  });

  it.each([...columnMetrics, 'quantile_0', 'quantile_100'])('%s of nothing is null', (name) => {
    expect(metricValue(emptyColumnProfile, scalar(name))).toBeNull();
  });

  it.each(['mean', 'min', 'max', 'stddev', 'median', 'quantile_0', 'quantile_100'])(
    '%s of a column without numbers is null',
    async (name) => {
      expect(metricValue(decodeColumn(await rawColumn(['x', null])), scalar(name))).toBeNull();
    }
  );

  it('is infinite where the data are', async () => {
    const decoded = decodeColumn(await rawColumn([1, Infinity]));
    expect(metricValue(decoded, scalar('max'))).toBe(Infinity);
    expect(metricValue(decoded, scalar('min'))).toBe(1);
  });
});

describe('the unit of a metric', () => {
  it.each([
    ['count', 'short'],
    ['count_null', 'short'],
    ['count_null_ratio', 'percentunit'],
    ['unique_est_ratio', 'percentunit'],
    ['unique_est', null],
    ['mean', null],
    ['median', null],
    ['quantile_5', null],
    ['hellinger', null],
  ])('%s is %p', (name, unit) => {
    expect(metricUnit(parseMetric(name))).toBe(unit);
  });
});
