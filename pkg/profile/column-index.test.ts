import { ColumnIndex } from './column-index.ts';

/** An index of these names, whose chunks begin at 0, 10, 20, … */
function index(...names: readonly (string | Uint8Array)[]): ColumnIndex {
  const bytes = names.map((name) => (typeof name === 'string' ? Buffer.from(name) : name));
  const columns = new ColumnIndex(Buffer.concat(bytes));
  let start = 0;
  for (const [column, name] of bytes.entries()) {
    columns.add(start, start + name.length, [10 * column]);
    start += name.length;
  }
  return columns;
}

const invalid = Uint8Array.of(0x61, 0xff);

test.each<[string, readonly (string | Uint8Array)[], string, number | null]>([
  ['the only one', ['a'], 'a', 0],
  ['one of many', ['ab', 'a', 'b'], 'a', 10],
  ['the later of two with one name', ['a', 'b', 'a'], 'a', 20],
  ['the empty name', ['a', ''], '', 10],
  ['a name beyond ASCII', ['é', '😀'], '😀', 10],
  ['a name that is not UTF-8, by its text', ['a', invalid], 'a\uFFFD', 10],
  ['a name that holds a replacement character', ['a\uFFFD'], 'a\uFFFD', 0],
  ['the later of two with one name, among others in disorder', ['b', 'a', 'c', 'a', 'ab'], 'a', 30],
  ['the first in order', ['b', 'c', 'a'], 'a', 20],
  ['the last in order', ['b', 'c', 'a'], 'c', 10],
  ['none', ['a', 'b'], 'c', null],
  ['none before the first', ['b', 'c'], 'a', null],
  ['none between', ['a', 'c'], 'b', null],
  ['none, of which one is the beginning', ['a', 'abc'], 'ab', null],
  ['none in an empty file', [], 'a', null],
])('%s', (_, names, wanted, offset) => {
  const chunks = offset === null ? null : [offset];
  const columns = index(...names);
  // From name to name at first, in order after some searches.
  for (let search = 0; search < 12; search++) expect(columns.find(wanted)).toEqual(chunks);
  const listed = index(...names);
  listed.names();
  expect(listed.find(wanted)).toEqual(chunks);
});

test('a chunk ends where the next begins, in whatever order they are listed', () => {
  const columns = new ColumnIndex(new Uint8Array(0));
  columns.add(0, 0, [50, 0]);
  columns.add(0, 0, [20]);
  expect([0, 20, 50].map((offset) => columns.endOf(offset, 90))).toEqual([20, 50, 90]);
  expect([0, 20, 50].map((offset) => columns.endOf(offset, 40))).toEqual([20, 40, 40]);
});

test('two chunks at one place have no end', () => {
  const columns = new ColumnIndex(new Uint8Array(0));
  columns.add(0, 0, [0, 20, 20]);
  expect(columns.endOf(20, 90)).toBeNull();
  expect(columns.endOf(0, 90)).toBe(20);
});
