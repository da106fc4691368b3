import { numberOrText, storedNumber } from './stored-number.ts';

test.each([
  ['', undefined],
  ['   ', undefined],
  ['7', 7],
  [' 7 ', 7],
  ['-1', -1],
  ['0.3', 0.3],
  ['0', 0],
  // On their way to a number: what was typed must stay in the field.
  ['1.', '1.'],
  ['0.0', '0.0'],
  ['1e', '1e'],
  ['-', '-'],
  ['07', '07'],
  ['$size', '$size'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['1e999', '1e999'],
])('storedNumber(%j)', (text, stored) => {
  expect(storedNumber(text)).toBe(stored);
});

test.each([
  ['40', 40],
  ['auto', 'auto'],
  ['$bins', '$bins'],
  ['4.5', '4.5'],
  ['-4', '-4'],
  ['', ''],
])('numberOrText(%j)', (text, stored) => {
  expect(numberOrText(text)).toBe(stored);
});
