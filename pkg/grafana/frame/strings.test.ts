import { thrownBy } from '../testing/thrown-by.ts';
import { json, strings } from './strings.ts';

describe('strings', () => {
  it('packs UTF-8, and tells the empty text from an absent one', () => {
    const column = strings(['', 'ü', null, '😀', '\u0000']);
    expect(column).toMatchObject({
      kind: 'string',
      length: 5,
      offsets: Int32Array.of(0, 0, 2, 2, 6, 7),
      validity: Uint8Array.of(0b11011),
      nullCount: 1,
    });
    expect([...column.values]).toEqual([0xc3, 0xbc, 0xf0, 0x9f, 0x98, 0x80, 0]);
  });

  it('replaces halves of characters, which UTF-8 has no form for', () => {
    expect([...strings(['\ud83d']).values]).toEqual([0xef, 0xbf, 0xbd]);
  });

  it('is empty from nothing', () => {
    expect(strings([])).toMatchObject({ length: 0, offsets: Int32Array.of(0), validity: null });
  });
});

describe('json', () => {
  it('writes one text a row, null absent', () => {
    const column = json([{ a: 1 }, null, 'x']);
    expect(new TextDecoder().decode(column.values)).toBe('{"a":1}"x"');
    expect(column).toMatchObject({ kind: 'json', offsets: Int32Array.of(0, 7, 7, 10), nullCount: 1 });
  });

  it.each([
    [undefined, 'value of row 0 is undefined, which JSON has no form for'],
    [() => 1, 'value of row 0 is function, which JSON has no form for'],
    [1n, 'value of row 0 cannot be written as JSON'],
  ])('refuses %p', (value, message) => {
    expect(thrownBy(() => json([value]))).toMatchObject({ code: 'not-json', message });
  });
});
