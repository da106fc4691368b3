import { countText, toldApart } from './number-text.ts';

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [5912, '5,912'],
    [1e15, '1,000,000,000,000,000'],
  ])('%d is counted as %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });

  it.each<[number, number | null, string, string]>([
    [0.20710678, 0.2, '0.207', '0.2'],
    [0.20710678, null, '0.207', ''],
    [0.2, 0.2, '0.2', '0.2'],
    [0, 0, '0', '0'],
    [0.20004, 0.2, '0.20004', '0.2'],
    [0.3, 0.1 + 0.2, '0.3', '0.30000000000000004'],
    [1e-9, 0, '1e-9', '0'],
    [Number.MAX_VALUE, 1, '1.7976931348623157e+308', '1'],
  ])('%d beside %p are %s and %s', (first, second, firstText, secondText) => {
    expect(toldApart(first, second)).toEqual([firstText, secondText]);
  });
});
