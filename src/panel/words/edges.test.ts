import { edgeDecimals, edgesText, wholeText } from './edges.ts';
import { plainNumber } from './number.ts';

describe('the whole numbers of a bin', () => {
  it.each([
    [-0.5, 0.5, '0'],
    [3.5, 4.5, '4'],
    [3.5, 6.5, '4 to 6'],
    [-6.5, -3.5, '−6 to −4'],
  ])('from %d to %d: %s', (xMin, xMax, text) => {
    expect(wholeText({ xMin, xMax }, { value: plainNumber })).toBe(text);
  });
});

describe('the edges of a bin', () => {
  it.each([
    [40, 45, false, '[40, 45)'],
    [45, 50, true, '[45, 50]'],
    [-0.5, 0.5, false, '[−0.5, 0.5)'],
    [0.1, 0.2, false, '[0.1, 0.2)'],
    [0, 1 / 3, false, '[0.000, 0.333)'],
    [7, 7, true, '7'],
    [0.25, 0.25, true, '0.25'],
    [1e10, 2e10, false, '[1e10, 2e10)'],
  ])('from %d to %d, closed %p: %s', (xMin, xMax, isClosed, text) => {
    expect(edgesText({ xMin, xMax, isClosed }, { value: plainNumber })).toBe(text);
  });

  it.each([
    [0, 1e-9, 9],
    [1, 1 + 1e-14, 10],
    [0, 1, 0],
    [0, 0, 0],
    [Math.PI, Math.PI, 6],
  ])('from %d to %d need %d digits', (xMin, xMax, decimals) => {
    expect(edgeDecimals(xMin, xMax)).toBe(decimals);
  });
});
