import { formatCount, formatNumber, formatShare } from './format-number.ts';

describe('a number in a sentence', () => {
  it.each([
    [NaN, 'NaN'],
    [Infinity, 'infinity'],
    [-Infinity, '-infinity'],
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1200, '-1,200'],
    [0.513, '0.513'],
    [1 / 3, '0.333333'],
    [38141.4597, '38,141.5'],
    [1234567, '1,234,570'],
    [999999.5, '1,000,000'],
    [0.0001, '0.0001'],
    [0.00012345678, '0.000123457'],
    [0.00009999, '9.999e-5'],
    [-1.23456789e-7, '-1.23457e-7'],
    [Number.MIN_VALUE, '5e-324'],
    [999_999_000_000_000, '999,999,000,000,000'],
    [1e15, '1e+15'],
    [-1.23456789e20, '-1.23457e+20'],
    [Number.MAX_VALUE, '1.79769e+308'],
  ])('%d is "%s"', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.714, '71 %'],
    [0.996, '100 %'],
    [-0.2, '-20 %'],
    [12.5, '1,250 %'],
  ])('the share %d is "%s"', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it.each([
    [0, '0 batches'],
    [1, '1 batch'],
    [2, '2 batches'],
    [2000, '2,000 batches'],
  ])('%d of them are "%s"', (count, text) => {
    expect(formatCount(count, 'batch', 'batches')).toBe(text);
  });
});
