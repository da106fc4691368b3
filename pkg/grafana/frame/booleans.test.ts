import { booleans } from './booleans.ts';

describe('booleans', () => {
  it('packs bits, null absent', () => {
    expect(booleans([true, false, null, true, true, true, true, true, true])).toEqual({
      kind: 'boolean',
      length: 9,
      values: Uint8Array.of(0b1111_1001, 1),
      validity: Uint8Array.of(0b1111_1011, 1),
      nullCount: 1,
    });
  });

  it('is empty from nothing', () => {
    expect(booleans([])).toMatchObject({ length: 0, validity: null });
  });
});
