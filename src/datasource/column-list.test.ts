import { columnsToText, textToColumns } from './column-list.ts';

test.each([
  ['', undefined],
  ['  , ,', undefined],
  ['-', undefined],
  ['a', { include: ['a'] }],
  [' a ,b,', { include: ['a', 'b'] }],
  ['prompt.*, group:input, -prompt.id', { include: ['prompt.*', 'group:input'], exclude: ['prompt.id'] }],
  ['-id', { include: ['*'], exclude: ['id'] }],
  ['$column', { include: ['$column'] }],
  ['with space, ümlaut', { include: ['with space', 'ümlaut'] }],
])('textToColumns(%j)', (text, columns) => {
  expect(textToColumns(text)).toEqual(columns);
});

test.each([
  [undefined, ''],
  [{ include: [] }, ''],
  [{ include: ['a', 'b'] }, 'a, b'],
  [{ include: ['*'], exclude: ['id'] }, '*, -id'],
])('columnsToText(%j)', (columns, text) => {
  expect(columnsToText(columns)).toBe(text);
  expect(columnsToText(textToColumns(text))).toBe(text);
});
