import type { ScalarType, ScalarValue } from './scalar-value.ts';

/** Sizes from which and up to which Java writes a double out; others get an exponent. */
const plain = { from: 1e-3, below: 1e7 };

function doubleText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    return String(value);
  }
  if (value === 0 || (size >= plain.from && size < plain.below)) {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const text = value.toExponential();
  const end = text.indexOf('e');
  const digits = text.slice(0, end);
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(text.slice(end + 1))}`;
}

/** A value as text in the way of WhyLabs' records, which are Java's: floats as `9.0`, `1.0E7`; others plainly. */
export function scalarText(value: ScalarValue, type: ScalarType): string {
  return typeof value === 'number' && type === 'float' ? doubleText(value) : String(value);
}
