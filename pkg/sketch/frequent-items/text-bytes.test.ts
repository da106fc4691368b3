import { compareTexts, hashText, isSameText } from './text-bytes.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test.each([
  ['', '', true],
  ['a', '', false],
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
])('%p and %p are the same: %p', (left, right, isSame) => {
  const inside = text(`--${right}--`);
  expect(isSameText(text(left), 0, left.length, inside, 2, 2 + right.length)).toBe(isSame);
  const [first, second] = [hashText(text(left), 0, left.length), hashText(inside, 2, 2 + right.length)];
  expect(first === second).toBe(isSame);
});

test.each([
  ['', 'a', -1],
  ['a', 'a', 0],
  ['b', 'ab', 1],
  ['a', 'ab', -1],
  ['z', 'é', -1],
  ['\uffee', '\u{1f600}', -1],
])('%p against %p: %d', (left, right, order) => {
  const both = text(left + right);
  const middle = text(left).length;
  expect(Math.sign(compareTexts(both, 0, middle, middle, both.length))).toBe(order);
});
