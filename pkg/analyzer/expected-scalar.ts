import type { ExpectedValue } from '../contract/index.ts';
import type { ScalarType, ScalarValue } from './scalar-value.ts';
import { ulp } from './statistics/ulp.ts';

function numberIn(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isNaN(value) && text.trim() !== 'NaN' ? null : value;
}

/**
 * A document's expected value in the type of a metric (spec/analyzers.md b.7). Floats take any number; integers whole
 * numbers, as `int` or text; texts take `str`, or an `int` as text; truth values the texts `true` and `false`.
 *
 * @returns null when the value has no such form
 */
export function expectedScalar(expected: ExpectedValue, type: ScalarType): ScalarValue | null {
  const { value } = expected;
  switch (type) {
    case 'float':
      return typeof value === 'number' ? value : numberIn(value);
    case 'integer': {
      const whole =
        expected.type === 'str' ? numberIn(expected.value) : expected.type === 'int' ? expected.value : null;
      return Number.isInteger(whole) ? whole : null;
    }
    case 'string':
      return expected.type === 'float' ? null : String(value);
    case 'boolean':
      return value === 'true' || value === 'false' ? value === 'true' : null;
  }
}

/**
 * Whether an observed value is the expected one: floats up to one unit in the expected one's last place, others exactly.
 * NaN is NaN, and an infinity itself.
 */
export function isExpected(observed: ScalarValue, expected: ScalarValue, type: ScalarType): boolean {
  return (
    Object.is(observed, expected) ||
    observed === expected ||
    (type === 'float' &&
      typeof observed === 'number' &&
      typeof expected === 'number' &&
      Number.isFinite(expected) &&
      Math.abs(expected - observed) <= ulp(expected))
  );
}
