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
  ['count is 10,000; expected 135,033 (106,188 to 163,877, 95 %): below', {}, {}],
  [
    'mean is 200,000; expected 135,033 (106,188 to 163,877, 99.9 %): above',
    { metric: 'mean', alpha: 0.001 },
    { value: 2e5 },
  ],
  [
    'count is 120,000; expected 135,033 (106,188 to 163,877, 95 %): within',
    { thresholdType: 'upper' },
    { value: 120_000, isAnomaly: false },
  ],
  [
    'count is 10,000; expected 135,033 (106,188 to 163,877, 95 %): below; only the upper bound is watched',
    { thresholdType: 'upper' },
    { isAnomaly: false },
  ],
  [
    'count is 200,000; expected 135,033 (106,188 to 163,877, 95 %): above; only the lower bound is watched',
    { thresholdType: 'lower' },
    { value: 2e5, isAnomaly: false },
  ],
  ['count is 10,000; expected 135,033 (106,188 to 163,877, 95 %): below', { thresholdType: 'lower' }, {}],
  ['count is NaN; expected 135,033 (106,188 to 163,877, 95 %): no verdict', {}, { value: NaN, isAnomaly: false }],
  [
    'count is 247; expected 247.29 (248.64 to 245.94, 95 %): outside, as every value is where the bounds cross; a ' +
      'larger stddevFactor keeps them apart',
    {},
    { value: 247, forecast: 247.29, bounds: crossing },
  ],
  [
    'count is 240; expected 247.29 (248.64 to 245.94, 95 %): outside, as every value is where the bounds cross; a ' +
      'larger stddevFactor keeps them apart; only the upper bound is watched',
    { thresholdType: 'upper' },
    { value: 240, forecast: 247.29, bounds: crossing, isAnomaly: false },
  ],
  [
    'count is 10,000; expected 135,033 (106,188 to 163,877): below. By the median and 1.5 standard deviations, because ' +
      'events leave 25 of 90 batches, fewer than 30',
    { stddevFactor: 1.5 },
    { fallback: 'events leave 25 of 90 batches, fewer than 30' },
  ],
  [
    'count is 5; expected 5 (5 to 5, 95 %): within',
    {},
    { value: 5, forecast: 5, bounds: { lower: 5, upper: 5 }, isAnomaly: false },
  ],
])('%s', (text, config, given) => {
  expect(explain(seasonalConfig(config), { ...finding, ...given })).toBe(text);
});
