import { compactText, countText, distanceText, percent, plainNumber, points } from './number.ts';

describe('numbers in words', () => {
  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.5, '50%'],
    [0.02, '2%'],
    [0.0234, '2.3%'],
    [0.11274, '11.3%'],
    [0.00339, '0.34%'],
    [0.0001, '0.01%'],
    [0.00005, '< 0.01%'],
    [1e-300, '< 0.01%'],
    [0.99999, '> 99.9%'],
    [-0.05, '-5%'],
  ])('a share of %d is %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it.each([
    [0, '±0 points'],
    [0.00001, '±0 points'],
    [0.09, '+9 points'],
    [-0.09, '−9 points'],
    [0.0012, '+0.12 points'],
  ])('a difference of %d is %s', (difference, text) => {
    expect(points(difference)).toBe(text);
  });

  it.each([
    [0, undefined, '0'],
    [-0, undefined, '0'],
    [-3, undefined, '−3'],
    [-0.001, 0, '0'],
    [1234.5678, undefined, '1,235'],
    [41.2345, undefined, '41.23'],
    [0.30000000000000004, undefined, '0.3'],
    [0.5, 2, '0.50'],
    [2000, 0, '2,000'],
    [1e9, undefined, '1e9'],
    [-1.25e12, undefined, '−1.25e12'],
    [0.00001234, undefined, '1.23e−5'],
    [-0.00001234, undefined, '−1.23e−5'],
    [Number.MAX_VALUE, undefined, '1.8e308'],
  ])('the value %d with %p decimals is %s', (value, decimals, text) => {
    expect(plainNumber(value, decimals)).toBe(text);
  });

  it.each([
    [0, '0'],
    [48210, '48,210'],
    [1.5e12, '1,500,000,000,000'],
  ])('a count of %d is %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });

  it.each([
    [0, '0'],
    [0.0123456, '0.012'],
    [999, '999'],
    [48210, '48.2K'],
    [2500000, '2.5M'],
  ])('on an axis %d is %s', (value, text) => {
    expect(compactText(value)).toBe(text);
  });

  it.each([
    [0, '0'],
    [0.3142, '0.31'],
    [0.01234, '0.012'],
    [12.345, '12.3'],
  ])('a distance of %d is %s', (distance, text) => {
    expect(distanceText(distance)).toBe(text);
  });
});
