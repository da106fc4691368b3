import { JsonReader } from './json-reader.ts';
import { refusal } from './testing/refusal.ts';

const absent: readonly (readonly [string, unknown])[] = [
  ['no key', {}],
  ['null', { key: null }],
  ['undefined', { key: undefined }],
  ['a key of the prototype', Object.create({ key: 'inherited' })],
];

describe('a JSON reader', () => {
  it.each([
    [null, 'null'],
    [undefined, 'nothing'],
    [[], 'a list'],
    ['{}', 'a string'],
    [1, 'a number'],
    [true, 'a boolean'],
  ])('refuses %p for an object', (value, found) => {
    expect(() => new JsonReader(value)).toThrow(refusal('wrong-type', '', `an object is expected, not ${found}`));
    expect(() => new JsonReader(value, 'store')).toThrow(
      refusal('wrong-type', 'store', `an object is expected, not ${found}`)
    );
  });

  it.each(absent)('takes %s for absent', (_, object) => {
    const reader = new JsonReader(object);
    expect(reader.optionalString('key')).toBeUndefined();
    expect(reader.optionalNumber('key')).toBeUndefined();
    expect(reader.optionalOneOf('key', ['a'])).toBeUndefined();
    expect(reader.strings('key')).toBeUndefined();
    expect(reader.optionalObject('key')).toBeUndefined();
    expect(reader.objects('key')).toBeUndefined();
    expect(() => reader.string('key')).toThrow(refusal('missing', 'key', 'is missing'));
    expect(() => reader.oneOf('key', ['a'])).toThrow(refusal('missing', 'key', 'is missing'));
  });

  it('takes an empty text for absent', () => {
    const reader = new JsonReader({ key: '' }, 'store');
    expect(reader.optionalString('key')).toBeUndefined();
    expect(reader.optionalOneOf('key', ['a'])).toBeUndefined();
    expect(() => reader.string('key')).toThrow(refusal('missing', 'store.key', 'is missing'));
  });

  it.each([
    ['optionalString', 0, 'a text is expected, not a number'],
    ['optionalString', {}, 'a text is expected, not an object'],
    ['optionalString', ['a'], 'a text is expected, not a list'],
    ['optionalNumber', '1', 'a finite number is expected, not a string'],
    ['optionalNumber', NaN, 'a finite number is expected, not NaN'],
    ['optionalNumber', 1e999, 'a finite number is expected, not Infinity'],
    ['optionalNumber', -Infinity, 'a finite number is expected, not -Infinity'],
    ['optionalNumber', true, 'a finite number is expected, not a boolean'],
    ['optionalObject', [], 'an object is expected, not a list'],
    ['optionalObject', '', 'an object is expected, not a string'],
    ['objects', {}, 'a list is expected, not an object'],
    ['objects', 'a', 'a list is expected, not a string'],
  ] as const)('%s refuses %p', (method, value, text) => {
    const reader = new JsonReader({ key: value }, 'place');
    expect(() => reader[method]('key')).toThrow(refusal('wrong-type', 'place.key', text));
  });

  it('returns what is there', () => {
    const reader = new JsonReader({
      text: ' a ',
      zero: 0,
      minus: -0,
      list: ['a', ''],
      one: 'a',
      rows: [{ a: 'b' }, {}],
    });
    expect(reader.string('text')).toBe(' a ');
    expect(reader.optionalNumber('zero')).toBe(0);
    expect(reader.optionalNumber('minus')).toBe(-0);
    expect(reader.strings('list')).toEqual(['a', '']);
    expect(reader.strings('one')).toEqual(['a']);
    expect(reader.objects('rows')?.map((row) => [row.path, row.optionalString('a')])).toEqual([
      ['rows[0]', 'b'],
      ['rows[1]', undefined],
    ]);
  });

  it('names the entry of a list that is wrong', () => {
    const reader = new JsonReader({ names: ['a', 7], rows: [{}, null] }, 'query');
    expect(() => reader.strings('names')).toThrow(
      refusal('wrong-type', 'query.names[1]', 'a text is expected, not a number')
    );
    expect(() => reader.objects('rows')).toThrow(
      refusal('wrong-type', 'query.rows[1]', 'an object is expected, not null')
    );
    expect(() => new JsonReader({ names: null, one: {} }).strings('one')).toThrow(
      refusal('wrong-type', 'one[0]', 'a text is expected, not an object')
    );
  });

  it('lists what is allowed', () => {
    const reader = new JsonReader({ type: 'S3', mode: 'Series' });
    expect(() => reader.oneOf('type', ['file', 's3'])).toThrow(
      refusal('unknown-value', 'type', '"S3" is none of file, s3')
    );
    expect(new JsonReader({ type: 's3' }).oneOf('type', ['file', 's3'])).toBe('s3');
  });
});
