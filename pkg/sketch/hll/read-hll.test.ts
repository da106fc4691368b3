import fc from 'fast-check';
import { goldenBytes, goldenHll, patched, refusal } from '../testing/fixtures.ts';
import { readHll } from './read-hll.ts';

describe('reading what Apache wrote', () => {
  test.each(goldenHll)('$file', (golden) => {
    const sketch = readHll(goldenBytes(golden.file));
    const { lgK, mode, outOfOrder, compact } = golden;
    expect(sketch).toMatchObject({ lgK, mode, outOfOrder, compact, type: golden.target });
    if (sketch.mode === 'HLL') {
      const { hip, kxq0, kxq1, curMin, numAtCurMin } = golden;
      expect(sketch).toMatchObject({ hip, kxq0, kxq1, curMin, numAtCurMin });
      expect(sketch.exceptions).toHaveLength(golden.exceptions ?? 0);
    } else {
      // The generator leaves out what an updatable LIST or SET says of itself.
      if (golden.coupons !== undefined) expect(sketch.coupons).toHaveLength(golden.coupons);
    }
  });

  test('of every kind there is one', () => {
    const kinds = goldenHll.map(
      ({ mode, target, compact }) => `${mode} ${target} ${compact ? 'compact' : 'updatable'}`
    );
    for (const target of ['HLL_4', 'HLL_6', 'HLL_8']) {
      for (const form of ['compact', 'updatable']) {
        expect(kinds).toEqual(expect.arrayContaining([`SET ${target} ${form}`, `HLL ${target} ${form}`]));
      }
      expect(kinds).toContain(`LIST ${target} compact`);
    }
    expect(goldenHll.some(({ exceptions = 0 }) => exceptions > 0)).toBe(true);
  });
});

test('registers and coupons are views where the bytes are aligned', () => {
  const registers = readHll(goldenBytes('hll-HLL_4-lgk12-n4096.sk'));
  expect(registers.mode === 'HLL' && registers.packed.byteOffset).toBe(40);
  const bytes = goldenBytes('hll-HLL_4-lgk12-n25.sk');
  const file = new Uint8Array(bytes.length + 2);
  file.set(bytes, 2);
  const [aligned, shifted] = [readHll(bytes), readHll(file.subarray(2))];
  expect(aligned).toEqual(shifted);
  expect(aligned.mode === 'SET' && aligned.coupons.buffer).toBe(bytes.buffer);
  expect(shifted.mode === 'SET' && shifted.coupons.buffer).not.toBe(file.buffer);
});

test('an updatable LIST', () => {
  const [first, second] = [(5 << 26) | 77, (1 << 26) | 99];
  const image = new Uint8Array(40);
  image.set([2, 1, 7, 12, 3, 0, 2, 0]);
  new DataView(image.buffer).setUint32(8, first, true);
  new DataView(image.buffer).setUint32(12, second, true);
  expect(readHll(image)).toMatchObject({ mode: 'LIST', compact: false, coupons: Uint32Array.of(first, second) });
  const empty = new Uint8Array(40);
  empty.set([2, 1, 7, 12, 3, 4, 0, 0]);
  expect(readHll(empty)).toMatchObject({ mode: 'LIST', compact: false, coupons: new Uint32Array(0) });
});

/** An HLL_4 of 16 registers, all 1 but for a first one of 20, which is an exception: 20 >= 0 + 15. */
function withException(changes: Record<number, number> = {}, compact = true): Uint8Array {
  const image = new Uint8Array(40 + 8 + (compact ? 4 : 16));
  const view = new DataView(image.buffer);
  image.set([10, 1, 7, 4, 2, compact ? 8 : 0, 1, 2]);
  view.setFloat64(8, 24, true);
  view.setFloat64(16, 15 / 2 + 2 ** -20, true);
  view.setUint32(32, 15, true);
  view.setUint32(36, 1, true);
  // curMin is 1: nibble 15 for the exception, 0 for the others.
  image[40] = 15;
  view.setUint32(compact ? 48 : 56, 20 * 2 ** 26, true);
  return patched(image, changes);
}

test.each([true, false])('an exception by hand, compact: %p', (compact) => {
  const sketch = readHll(withException({}, compact));
  expect(sketch).toMatchObject({ curMin: 1, numAtCurMin: 15, exceptions: Uint32Array.of(20 * 2 ** 26) });
});

const registers = goldenBytes('hll-HLL_4-lgk8-n2560.sk');
const eights = goldenBytes('hll-HLL_8-lgk8-n256.sk');
const list = goldenBytes('hll-HLL_4-lgk12-n7.sk');
const set = goldenBytes('hll-HLL_4-lgk12-n24.sk');
const updatableSet = goldenBytes('hll-HLL_4-lgk12-updatable-set.sk');
const empty = goldenBytes('hll-HLL_4-lgk12-n0.sk');

const refusals: [string, Uint8Array, string, number, string][] = [
  ['no bytes', new Uint8Array(0), 'truncated', 0, '8 bytes are needed for the header, but there are 0'],
  ['another family', patched(set, { 2: 15 }), 'corrupt', 2, 'family 15 where 7 is expected'],
  ['another version', patched(set, { 1: 2 }), 'unsupported', 1, 'serial version 2, only 1 is known'],
  ['lgK 3', patched(set, { 3: 3 }), 'limit', 3, 'lgK is 3, not from 4 to 21'],
  ['lgK 22', patched(set, { 3: 22 }), 'limit', 3, 'lgK is 22, not from 4 to 21'],
  ['a mode of 3', patched(set, { 7: 3 }), 'corrupt', 7, 'mode byte 3 names no mode or type'],
  ['a type of 3', patched(set, { 7: 13 }), 'corrupt', 7, 'mode byte 13 names no mode or type'],
  ['the preamble of a LIST', patched(set, { 0: 2 }), 'corrupt', 0, 'preamble 2 does not belong to mode SET'],
  ['an empty SET', patched(set, { 5: 12 }), 'corrupt', 5, 'a SET that is flagged empty'],
  [
    'a byte behind an empty one',
    Uint8Array.of(...empty, 0),
    'corrupt',
    8,
    '8 bytes are enough for an empty sketch, but there are 9',
  ],
  ['a LIST of 9', patched(list, { 6: 9 }), 'limit', 6, 'a LIST of 9 coupons, at most 8 are legal'],
  [
    'a LIST cut short',
    list.subarray(0, 35),
    'truncated',
    35,
    '36 bytes are needed for an image of 7 coupon slots, but there are 35',
  ],
  [
    'a SET without count',
    set.subarray(0, 11),
    'truncated',
    11,
    '12 bytes are needed for the number of coupons, but there are 11',
  ],
  ['a SET too great for lgK', patched(set, { 9: 2 }), 'limit', 8, 'a SET of 536 coupons is too great for lgK 12'],
  ['a SET where lgK has none', patched(set, { 3: 7 }), 'limit', 8, 'a SET of 24 coupons is too great for lgK 7'],
  [
    'a SET cut short',
    set.subarray(0, 100),
    'truncated',
    100,
    '108 bytes are needed for an image of 24 coupon slots, but there are 100',
  ],
  [
    'a table of 2^31 slots',
    patched(updatableSet, { 4: 31 }),
    'limit',
    4,
    'a SET of 2^31 slots does not belong to lgK 12',
  ],
  ['a table of 2 slots', patched(updatableSet, { 4: 1 }), 'limit', 4, 'a SET of 2^1 slots does not belong to lgK 12'],
  ['another number of coupons', patched(updatableSet, { 8: 19 }), 'corrupt', 12, '20 coupons where 19 are declared'],
  ['a coupon of 0', patched(set, { 12: 0, 13: 0, 14: 0, 15: 0 }), 'corrupt', 12, '23 coupons where 24 are declared'],
  ['a coupon without value', patched(set, { 12: 1, 15: 0 }), 'corrupt', 12, 'has no value'],
  [
    'registers without header',
    registers.subarray(0, 39),
    'truncated',
    39,
    '40 bytes are needed for the header, but there are 39',
  ],
  [
    'registers cut short',
    registers.subarray(0, 100),
    'truncated',
    100,
    '168 bytes are needed for an HLL_4 image of lgK 8, but there are 100',
  ],
  [
    'registers too many',
    Uint8Array.of(...registers, 0),
    'corrupt',
    168,
    '168 bytes are enough for an HLL_4 image of lgK 8, but there are 169',
  ],
  ['another curMin', patched(eights, { 6: 1 }), 'corrupt', 6, 'a register of 0, below the least value 1'],
  ['a curMin of 63', patched(registers, { 6: 63 }), 'corrupt', 40, 'at most 63 exist'],
  ['another number at curMin', patched(eights, { 32: 250 }), 'corrupt', 32, 'registers of 0 where 250 are declared'],
  ['a register of 64', patched(eights, { 40: 64 }), 'corrupt', 40, 'a register of 64, at most 63 exist'],
  ['another register', patched(eights, { 40: 33 }), 'corrupt', 16, 'kxq0 is '],
  ['another kxq1', patched(registers, { 31: 0x3f }), 'corrupt', 24, 'kxq1 is '],
  ['a HIP too great', patched(registers, { 15: 0x41 }), 'corrupt', 8, 'HIP estimate '],
  ['a HIP below the registers', patched(registers, { 15: 0x3f }), 'corrupt', 8, 'HIP estimate '],
  ['a HIP that is no number', patched(registers, { 14: 0xff, 15: 0x7f }), 'corrupt', 8, 'HIP estimate NaN'],
  [
    'more exceptions than bytes',
    patched(registers, { 36: 5 }),
    'truncated',
    168,
    '188 bytes are needed for an HLL_4 image of lgK 8',
  ],
  [
    'more exceptions than registers',
    patched(registers, { 37: 2 }),
    'limit',
    36,
    '512 exceptions are more than there are registers',
  ],
  [
    'an exception that no nibble needs',
    withException({ 40: 14 }),
    'corrupt',
    36,
    '1 exceptions where 0 registers need one',
  ],
  [
    'an exception too small',
    withException({ 51: 0x3c }),
    'corrupt',
    48,
    'exception 15 of slot 0 does not belong there',
  ],
  [
    'an exception of another slot',
    withException({ 48: 1 }),
    'corrupt',
    48,
    'exception 20 of slot 1 does not belong there',
  ],
  [
    'an exception of no slot',
    withException({ 49: 1 }),
    'corrupt',
    48,
    'exception 20 of slot 256 does not belong there',
  ],
  [
    'a table of exceptions too great',
    withException({ 4: 5 }, false),
    'limit',
    4,
    'a table of 2^5 exceptions for lgK 4',
  ],
  [
    'fewer exceptions in the table',
    withException({ 59: 0 }, false),
    'corrupt',
    36,
    '0 exceptions where 1 are declared',
  ],
];

test.each(refusals)('%s is refused', (_, bytes, code, offset, text) => {
  const caught = refusal(() => readHll(bytes));
  expect(caught).toMatchObject({ code, offset });
  expect(caught.message).toContain(text);
  expect(caught.message).toMatch(/^HLL sketch: /);
});

test('the same exception twice is refused', () => {
  const image = new Uint8Array(40 + 8 + 8);
  image.set(withException().subarray(0, 48));
  const view = new DataView(image.buffer);
  image[40] = 0xff;
  view.setUint32(36, 2, true);
  view.setUint32(48, 20 * 2 ** 26, true);
  view.setUint32(52, 21 * 2 ** 26, true);
  expect(refusal(() => readHll(image))).toMatchObject({ code: 'corrupt' });
});

test('no flipped bit of sums, counts and registers goes unnoticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16 * 8, max: registers.length * 8 - 1 }), (bit) => {
      // The sign of a sum that is zero means nothing.
      fc.pre(bit !== 31 * 8 + 7);
      const flipped = patched(registers, { [bit >>> 3]: (registers[bit >>> 3] ?? 0) ^ (1 << (bit & 7)) });
      expect(refusal(() => readHll(flipped)).code).not.toBeUndefined();
    }),
    { seed: 20250, numRuns: 1000 }
  );
});
