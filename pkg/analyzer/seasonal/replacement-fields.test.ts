import { mean } from '../statistics/moments.ts';
import { normals } from '../statistics/seeded-random.ts';
import { lambdaKeep, lambdaKeepInEvent, replacementFields } from './replacement-fields.ts';

const expectation = { forecast: 100, lower: 80, upper: 130 };
const options = { alpha: 0.05, inEvent: false, seed: 'a seed' };
/** Forecast, and 50 times z(0.975) times the mean of ten normal numbers. */
const adjusted = 100 + 50 * 1.959963984540054 * mean(normals('a seed', 10));

describe('a replacement', () => {
  it.each([79, 131, -1e9])('for %d outside its bounds', (value) => {
    const fields = replacementFields(value, expectation, options);
    expect(fields.seasonal_shouldReplace).toBe(true);
    expect(lambdaKeep).toBe(0.5);
    expect(fields.seasonal_lambdaKeep).toBe(0.5);
    expect(fields.seasonal_adjusted_prediction).toBeCloseTo(adjusted, 10);
    expect(fields.seasonal_replacement).toBeCloseTo(value / 2 + adjusted / 2, 6);
  });

  it('inside an event keeps less of the value', () => {
    const fields = replacementFields(200, expectation, { ...options, inEvent: true });
    expect(lambdaKeepInEvent).toBe(0.2);
    expect(fields.seasonal_lambdaKeep).toBe(0.2);
    expect(fields.seasonal_adjusted_prediction).toBeCloseTo(adjusted, 10);
    expect(fields.seasonal_replacement).toBeCloseTo(40 + 0.8 * adjusted, 10);
  });

  it('lies near the forecast and is drawn on both sides of it', () => {
    const drawn = Array.from({ length: 400 }, (_, i) => {
      const fields = replacementFields(200, expectation, { ...options, seed: String(i) });
      return ((fields.seasonal_adjusted_prediction ?? NaN) - 100) / (50 * 1.959963984540054);
    });
    // Means of ten standard normal numbers: their deviation is the root of a tenth.
    expect(Math.abs(mean(drawn))).toBeLessThan(0.05);
    expect(Math.sqrt(mean(drawn.map((value) => value ** 2)))).toBeCloseTo(Math.sqrt(0.1), 1);
  });

  it.each([80, 100, 130, NaN])('is not for %d', (value) => {
    expect(replacementFields(value, expectation, options)).toEqual({ seasonal_shouldReplace: false });
  });

  it.each([Infinity, -Infinity])('is not for %d, which would make it infinite', (value) => {
    expect(replacementFields(value, expectation, options)).toEqual({ seasonal_shouldReplace: false });
  });
});
