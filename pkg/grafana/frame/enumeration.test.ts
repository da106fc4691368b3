import { thrownBy } from '../testing/thrown-by.ts';
import { enumeration, maxEnumTexts } from './enumeration.ts';

describe('enumeration', () => {
  it('takes indices, null absent', () => {
    expect(enumeration([1, null, 0], ['a', 'b'])).toEqual({
      kind: 'enum',
      length: 3,
      values: Uint16Array.of(1, 0, 0),
      texts: ['a', 'b'],
      validity: Uint8Array.of(0b101),
      nullCount: 1,
    });
  });

  it('does not copy a typed array', () => {
    const indices = Uint16Array.of(0, 1);
    expect(enumeration(indices, ['a', 'b']).values).toBe(indices);
  });

  it.each([2, -1, 0.5, NaN])('refuses the index %p of two texts', (index) => {
    expect(thrownBy(() => enumeration([index], ['a', 'b']))).toMatchObject({
      code: 'enum-index',
      message: `index of row 0 is ${index}; there are 2 texts`,
    });
  });

  it('refuses more texts than have an index', () => {
    const texts = Array.from({ length: maxEnumTexts + 1 }, String);
    expect(thrownBy(() => enumeration([], texts))).toMatchObject({
      code: 'too-large',
      message: 'an enumeration has 65537 texts; at most 65536 have an index',
    });
    expect(enumeration([65535], texts.slice(1)).values).toEqual(Uint16Array.of(65535));
  });
});
