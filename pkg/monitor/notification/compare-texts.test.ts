import { compareTexts } from './compare-texts.ts';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['', 'a', -1],
  // By code units, not as people sort.
  ['Z', 'a', -1],
  ['ä', 'z', 1],
])('%j and %j: %d', (a, b, expected) => {
  expect(compareTexts(a, b)).toBe(expected);
});
