import type { ScalarType, ScalarValue } from './index.ts';
import { scalarText } from './scalar-text.ts';

// Java's documentation of Double.toString, and its shortest digits (JDK 19 on).
test.each<[ScalarValue, ScalarType, string]>([
  [9, 'float', '9.0'],
  [2.5, 'float', '2.5'],
  [-2.5, 'float', '-2.5'],
  [0, 'float', '0.0'],
  [-0, 'float', '-0.0'],
  [9.000000000000002, 'float', '9.000000000000002'],
  [0.001, 'float', '0.001'],
  [0.00099, 'float', '9.9E-4'],
  [-0.0001, 'float', '-1.0E-4'],
  [9999999, 'float', '9999999.0'],
  [1e7, 'float', '1.0E7'],
  [-12345678.9, 'float', '-1.23456789E7'],
  [1e21, 'float', '1.0E21'],
  [Number.MAX_VALUE, 'float', '1.7976931348623157E308'],
  [NaN, 'float', 'NaN'],
  [Infinity, 'float', 'Infinity'],
  [-Infinity, 'float', '-Infinity'],
  [9, 'integer', '9'],
  [10_000_000, 'integer', '10000000'],
  ['9', 'string', '9'],
  ['', 'string', ''],
  ['9', 'float', '9'],
  [true, 'boolean', 'true'],
  [false, 'boolean', 'false'],
])('%p as %s is "%s"', (value, type, text) => {
  expect(scalarText(value, type)).toBe(text);
});
