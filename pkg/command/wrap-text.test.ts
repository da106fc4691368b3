import { wrapText } from './wrap-text.ts';

it.each<[string, number, readonly string[]]>([
  ['', 10, ['']],
  ['one', 10, ['one']],
  ['one two', 7, ['one two']],
  ['one two', 6, ['one', 'two']],
  ['a verylongword b', 4, ['a', 'verylongword', 'b']],
  ['a b c d', 3, ['a b', 'c d']],
])('%j in %d characters is %j', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});
