import type { SeasonalConfig } from '../../contract/index.ts';
import { explain, type Finding } from './explain.ts';
import { seasonalConfig } from './testing/config.ts';

const finding: Finding = {
  value: 10_000,
  forecast: 135_032.7,
  bounds: { lower: 106_188.2, upper: 163_877.2 },
  fallback: null,
  isAnomaly: true,
};
const crossing = { lower: 248.64, upper: 245.94 };

it.each<[string, Partial<SeasonalConfig>, Partial<Finding>]>([
  ['count is 10,000, below the lower bound 106,188; the model expects 135,033', {}, {}],
  [
    'mean is 200,000, above the upper bound 163,877; the model expects 135,033',
    { metric: 'mean', alpha: 0.001 },
    { value: 2e5 },
  ],
  [
    'count is 120,000, within the bounds 106,188 to 163,877; the model expects 135,033',
    { thresholdType: 'upper' },
    { value: 120_000, isAnomaly: false },
  ],
  [
    'count is 10,000, below the lower bound 106,188; only the upper bound is watched; the model expects 135,033',
    { thresholdType: 'upper' },
    { isAnomaly: false },
  ],
  [
    'count is 200,000, above the upper bound 163,877; only the lower bound is watched; the model expects 135,033',
    { thresholdType: 'lower' },
    { value: 2e5, isAnomaly: false },
  ],
  ['count is 10,000, below the lower bound 106,188; the model expects 135,033', { thresholdType: 'lower' }, {}],
  ['count is NaN, which never alerts; the model expects 135,033', {}, { value: NaN, isAnomaly: false }],
  [
    'count is NaN, which never alerts; the model expects 135,033',
    {},
    { value: NaN, bounds: crossing, isAnomaly: false },
  ],
  [
    'count is 247, outside the bounds 248.64 to 245.94, as every value is where they cross; a larger stddevFactor keeps ' +
      'them apart; the model expects 247.29',
    {},
    { value: 247, forecast: 247.29, bounds: crossing },
  ],
  [
    'count is 240, outside the bounds 248.64 to 245.94, as every value is where they cross; a larger stddevFactor keeps ' +
      'them apart; only the upper bound is watched; the model expects 247.29',
    { thresholdType: 'upper' },
    { value: 240, forecast: 247.29, bounds: crossing, isAnomaly: false },
  ],
  [
    'count is 10,000, below the lower bound 106,188; expected is the median 135,033 ± 1.5 standard deviations, because ' +
      'events leave 25 of 90 batches, fewer than 30',
    { stddevFactor: 1.5 },
    { fallback: 'events leave 25 of 90 batches, fewer than 30' },
  ],
  [
    'count is 5, within the bounds 5 to 5; the model expects 5',
    {},
    { value: 5, forecast: 5, bounds: { lower: 5, upper: 5 }, isAnomaly: false },
  ],
])('%s', (text, config, given) => {
  expect(explain(seasonalConfig(config), { ...finding, ...given })).toBe(text);
});
