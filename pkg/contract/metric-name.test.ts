import { columnMetrics, distanceMetrics, parseMetric } from './index.ts';
import { refusal } from './testing/refusal.ts';

const known =
  'there are count, count_null, count_null_ratio, count_bool, count_bool_ratio, count_integral, count_integral_ratio, ' +
  'count_fractional, count_fractional_ratio, count_string, count_string_ratio, count_object, count_object_ratio, mean, ' +
  'stddev, min, max, median, quantile_5, quantile_25, quantile_75, quantile_90, quantile_95, quantile_99, unique_est, ' +
  'unique_est_ratio, unique_lower, unique_upper, hellinger, jensenshannon, kl_divergence, psi, and quantile_P for any ' +
  'percentage P';

describe('the name of a metric', () => {
  it.each([
    ['median', 0.5],
    ['quantile_0', 0],
    ['quantile_00', 0],
    ['quantile_0.0000000001', 1e-12],
    ['quantile_5', 0.05],
    ['quantile_50', 0.5],
    ['quantile_99.9', 0.999],
    ['quantile_100', 1],
    ['quantile_100.0', 1],
  ])('%s is the rank %d', (name, rank) => {
    const metric = parseMetric(name);
    expect(metric).toMatchObject({ kind: 'quantile', name });
    expect(metric.kind === 'quantile' ? metric.rank : NaN).toBeCloseTo(rank, 15);
  });

  it.each(['quantile_101', 'quantile_100.1', 'quantile_999'])('%s is too much', (name) => {
    expect(() => parseMetric(name)).toThrow(
      refusal('out-of-range', 'metric', `"${name}" asks for more than 100 per cent`)
    );
  });

  it.each([
    '',
    'Count',
    'count ',
    'quantile_',
    'quantile_-1',
    'quantile_1e1',
    'quantile_1000',
    'quantile_.5',
    'quantile_5.',
    'quantile_ 5',
    'quantile_٥',
    'quantile_5\n',
    'quantile_0.00000000001',
    'kl',
    'toString',
    'constructor',
  ])('%p is unknown', (name) => {
    expect(() => parseMetric(name)).toThrow(refusal('unknown-value', 'metric', `"${name}" is no metric; ${known}`));
  });

  it('names the place it was given', () => {
    expect(() => parseMetric('quantile_200', 'metrics[3]')).toThrow(
      refusal('out-of-range', 'metrics[3]', '"quantile_200" asks for more than 100 per cent')
    );
  });

  it('of every metric in the lists is understood', () => {
    const quantiles = columnMetrics.filter((name) => name === 'median' || name.startsWith('quantile_'));
    expect(quantiles).toHaveLength(7);
    for (const name of columnMetrics) {
      expect(parseMetric(name)).toMatchObject({ kind: quantiles.includes(name) ? 'quantile' : 'column', name });
    }
    for (const name of distanceMetrics) {
      expect(parseMetric(name)).toEqual({ kind: 'distance', name });
    }
  });
});
