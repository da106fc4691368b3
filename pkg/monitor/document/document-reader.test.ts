import type { DocumentReader } from './document-reader.ts';
import { readExample } from './testing/examples.ts';

type Read = (reader: DocumentReader) => unknown;

const text: Read = (reader) => reader.text('k');
const number: Read = (reader) => reader.number('k');
const integer: Read = (reader) => reader.integer('k');
const flag: Read = (reader) => reader.flag('k');
const oneOf: Read = (reader) => reader.oneOf('k', ['abs', 'pct']);
const texts: Read = (reader) => reader.texts('k');
const object: Read = (reader) => reader.object('k')?.path ?? null;
const objects: Read = (reader) => reader.objects('k')?.map(({ path }) => path) ?? null;

describe('DocumentReader', () => {
  it.each<[string, Read, unknown, unknown]>([
    ['text', text, 'a', 'a'],
    ['text', text, '', ''],
    ['text', text, null, null],
    ['text', text, undefined, null],
    ['number', number, 1.5, 1.5],
    ['number', number, -0, -0],
    ['number', number, null, null],
    ['integer', integer, 3, 3],
    ['integer', integer, undefined, null],
    ['flag', flag, true, true],
    ['flag', flag, false, false],
    ['flag', flag, undefined, false],
    ['flag', flag, null, false],
    ['oneOf', oneOf, 'pct', 'pct'],
    ['oneOf', oneOf, null, null],
    ['texts', texts, ['a', 'b'], ['a', 'b']],
    ['texts', texts, [], []],
    ['texts', texts, null, null],
    ['object', object, {}, 'x.k'],
    ['object', object, null, null],
    ['objects', objects, [{}, {}], ['x.k[0]', 'x.k[1]']],
    ['objects', objects, null, null],
  ])('reads %s from a value', (_name, read, value, expected) => {
    expect(readExample({ k: value }, read)).toEqual({ value: expected, problems: [] });
  });

  it.each<[Read, unknown, unknown, string]>([
    [number, '.003', 0.003, 'note x.k: the text ".003" is read as a number. Remedy: write 0.003'],
    [number, '1e3', 1000, 'note x.k: the text "1e3" is read as a number. Remedy: write 1000'],
    [integer, 3.9, 3, 'note x.k: a whole number is expected, 3.9 is read as 3. Remedy: write 3'],
    [integer, -3.9, -3, 'note x.k: a whole number is expected, -3.9 is read as -3. Remedy: write -3'],
    [flag, 'true', true, 'note x.k: the text "true" is read as true. Remedy: write it without quotes'],
    [flag, 'false', false, 'note x.k: the text "false" is read as false. Remedy: write it without quotes'],
    [text, 7, '7', 'note x.k: 7 is read as a text. Remedy: put it in quotes'],
    [text, true, 'true', 'note x.k: true is read as a text. Remedy: put it in quotes'],
    [texts, 'a', ['a'], 'note x.k: a single value is read as a list of one. Remedy: put it in brackets'],
    [texts, ['a', 7], ['a', '7'], 'note x.k[1]: 7 is read as a text. Remedy: put it in quotes'],
    [objects, {}, ['x.k[0]'], 'note x.k: a single value is read as a list of one. Remedy: put it in brackets'],
  ])('takes what the engine takes, with a note: %#', (read, value, expected, note) => {
    expect(readExample({ k: value }, read)).toEqual({ value: expected, problems: [note] });
  });

  it.each<[Read, unknown, string, string]>([
    [text, {}, 'x.k', 'a text is expected, not an object'],
    [text, [], 'x.k', 'a text is expected, not a list'],
    [number, 'abc', 'x.k', 'a number is expected, not "abc"'],
    [number, '', 'x.k', 'a number is expected, not ""'],
    [number, ' ', 'x.k', 'a number is expected, not " "'],
    [number, NaN, 'x.k', 'a number is expected, not NaN'],
    [number, Infinity, 'x.k', 'a number is expected, not Infinity'],
    [number, '1e999', 'x.k', 'a number is expected, not "1e999"'],
    [number, true, 'x.k', 'a number is expected, not true'],
    [number, 'x'.repeat(41), 'x.k', `a number is expected, not "${'x'.repeat(40)}…"`],
    [number, 'x'.repeat(40), 'x.k', `a number is expected, not "${'x'.repeat(40)}"`],
    [flag, 'yes', 'x.k', 'true or false is expected, not "yes"'],
    [flag, 1, 'x.k', 'true or false is expected, not 1'],
    [texts, ['a', null], 'x.k[1]', 'a text is expected, not null'],
    [object, [], 'x.k', 'an object is expected, not a list'],
    [object, 'a', 'x.k', 'an object is expected, not "a"'],
    [objects, [{}, 7], 'x.k[1]', 'an object is expected, not 7'],
  ])('refuses what it cannot take: %#', (read, value, path, message) => {
    expect(readExample({ k: value }, read).refusal).toEqual([path, 'wrong-type', 'InvalidJson', message]);
  });

  it('refuses a text that is none of a list', () => {
    expect(readExample({ k: 'Abs' }, oneOf).refusal).toEqual([
      'x.k',
      'unknown-value',
      'InvalidJson',
      '"Abs" is none of abs, pct',
    ]);
  });

  it('sees own keys alone', () => {
    expect(readExample({}, (reader) => reader.value('constructor'))).toEqual({ value: undefined, problems: [] });
    expect(readExample(JSON.parse('{"__proto__": 1}'), (reader) => reader.value('__proto__')).value).toBe(1);
  });

  it('notes the keys that nobody asked for, with the one that was probably meant', () => {
    const read: Read = (reader) => {
      reader.number('threshold');
      reader.skip('version');
      reader.noteUnknownKeys();
      return [reader.has('threshold'), reader.has('other'), reader.keys()];
    };
    expect(readExample({ treshold: 1, 'a b': 2, version: 1, other: null }, read)).toEqual({
      value: [false, false, ['treshold', 'a b', 'version', 'other']],
      problems: [
        'note x.treshold: this key is unknown; it is kept and has no effect. Remedy: is "threshold" meant?',
        'note x["a b"]: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
        'note x.other: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
      ],
    });
  });
});
