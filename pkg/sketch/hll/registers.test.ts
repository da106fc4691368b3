import fc from 'fast-check';
import type { HllType } from './hll-sketch.ts';
import { packRegisters } from './pack-registers.ts';
import { countRegisters, sumRegisters } from './register-counts.ts';
import { packedSize, raiseRegisters, raiseRegistersByAll } from './registers.ts';

const types: readonly HllType[] = ['HLL_4', 'HLL_6', 'HLL_8'];

function sketchOf(registers: Uint8Array, type: HllType) {
  const lgK = Math.log2(registers.length);
  const counts = countRegisters({ type: 'HLL_8', lgK, packed: registers, curMin: 0 });
  const rest = { outOfOrder: true, compact: true, hip: 0, ...sumRegisters(counts) };
  return { mode: 'HLL' as const, lgK, type, ...rest, ...packRegisters(registers, lgK, type, counts) };
}

/** Registers of 2^4 to 2^6 slots; some offset makes a curMin above 0, some values are far above the others. */
const registerArrays = fc
  .tuple(fc.integer({ min: 4, max: 6 }), fc.nat(40), fc.array(fc.nat(63), { minLength: 64, maxLength: 64 }))
  .map(([lgK, offset, values]) =>
    Uint8Array.from(values.slice(0, 2 ** lgK), (value) => Math.min(63, offset + value / 4))
  );

test.each(types)('%s: packed and unpacked again, every register is the same', (type) => {
  fc.assert(
    fc.property(registerArrays, (registers) => {
      const sketch = sketchOf(registers, type);
      expect(sketch.packed).toHaveLength(packedSize(type, sketch.lgK));
      const unpacked = new Uint8Array(registers.length);
      raiseRegisters(unpacked, sketch);
      expect(unpacked).toEqual(registers);
    }),
    { seed: 20250 }
  );
});

test.each(types)('%s: counted without unpacking', (type) => {
  fc.assert(
    fc.property(registerArrays, (registers) => {
      const sketch = sketchOf(registers, type);
      const counts = countRegisters(sketch);
      registers.forEach((value) => {
        const counted = type === 'HLL_4' ? Math.min(value, sketch.curMin + 15) : value;
        counts[counted]! -= 1;
      });
      expect(counts.every((count) => count === 0)).toBe(true);
    }),
    { seed: 20250 }
  );
});

test.each(types)('%s: folded onto fewer registers, the greatest stays', (type) => {
  const registers = Uint8Array.from({ length: 64 }, (_, slot) => (slot * 7) % 30);
  const folded = new Uint8Array(16).fill(3);
  raiseRegisters(folded, sketchOf(registers, type));
  expect(Array.from(folded)).toEqual(
    Array.from(folded, (_, slot) => Math.max(3, ...[0, 16, 32, 48].map((part) => registers[part + slot]!)))
  );
});

test.each([
  // K / 2, floor(3K / 4) + 1, K: spec 5.2.1.
  ['HLL_4', 4, 8],
  ['HLL_4', 12, 2048],
  ['HLL_6', 4, 13],
  ['HLL_6', 12, 3073],
  ['HLL_8', 21, 2097152],
] as const)('%s of lgK %d takes %d bytes', (type, lgK, bytes) => {
  expect(packedSize(type, lgK)).toBe(bytes);
});

test('sums of small and great registers are kept apart', () => {
  const counts = new Uint32Array(64);
  counts[0] = 3;
  counts[31] = 1;
  counts[32] = 1;
  counts[63] = 2;
  expect(sumRegisters(counts)).toEqual({ kxq0: 3 + 2 ** -31, kxq1: 2 ** -32 + 2 ** -62 });
});

test('raised by many sketches at once, as by one after the other', () => {
  // Three sizes, so that some sketches are folded; the types, so that some are not taken together.
  const sketches = fc.array(fc.tuple(registerArrays, fc.constantFrom(...types)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sketches, (parts) => {
      const all = parts.map(([registers, type]) => sketchOf(registers, type));
      const length = Math.min(...parts.map(([registers]) => registers.length));
      const oneByOne = new Uint8Array(length).fill(7);
      const atOnce = oneByOne.slice();
      all.forEach((sketch) => raiseRegisters(oneByOne, sketch));
      raiseRegistersByAll(atOnce, all);
      expect(atOnce).toEqual(oneByOne);
    }),
    { seed: 20250 }
  );
});

test('of every pair of nibbles the greater one is taken', () => {
  const sketch = (low: number, high: number) => ({
    ...sketchOf(new Uint8Array(16), 'HLL_4'),
    curMin: 2,
    packed: new Uint8Array(8).fill(low | (high << 4)),
  });
  for (let low = 0; low < 16; low++) {
    for (let high = 0; high < 16; high++) {
      const registers = new Uint8Array(16);
      raiseRegistersByAll(registers, [sketch(low, high), sketch(high, low)]);
      expect(Array.from(new Set(registers))).toEqual([2 + Math.max(low, high)]);
    }
  }
});
