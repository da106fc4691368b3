import fc from 'fast-check';
import { sumNibbles } from './nibble-sums.ts';

/** The nibbles of the low and the high half of each byte, low first. */
function pack(nibbles: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: nibbles.length / 2 }, (_, i) => nibbles[2 * i]! | (nibbles[2 * i + 1]! << 4));
}

test.each<[string, readonly number[], ReturnType<typeof sumNibbles>]>([
  ['zeros', new Array<number>(16).fill(0), { zeros: 16, exceptions: 0, inversePowers: 16 }],
  ['exceptions', new Array<number>(16).fill(15), { zeros: 0, exceptions: 16, inversePowers: 0 }],
  ['the greatest that are none', new Array<number>(16).fill(14), { zeros: 0, exceptions: 0, inversePowers: 2 ** -10 }],
  [
    'one of each',
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    { zeros: 1, exceptions: 1, inversePowers: 2 - 2 ** -14 },
  ],
  ['zeros of lgK 14', new Array<number>(2 ** 14).fill(0), { zeros: 2 ** 14, exceptions: 0, inversePowers: 2 ** 14 }],
  ['exceptions of lgK 14', new Array<number>(2 ** 14).fill(15), { zeros: 0, exceptions: 2 ** 14, inversePowers: 0 }],
])('%s', (_, nibbles, sums) => {
  expect(sumNibbles(pack(nibbles))).toEqual(sums);
});

test('any nibbles, as summed one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(15), { minLength: 64, maxLength: 64 }), (nibbles) => {
      expect(sumNibbles(pack(nibbles))).toEqual({
        zeros: nibbles.filter((nibble) => nibble === 0).length,
        exceptions: nibbles.filter((nibble) => nibble === 15).length,
        inversePowers: nibbles.reduce((sum, nibble) => sum + (nibble === 15 ? 0 : 2 ** -nibble), 0),
      });
    }),
    { seed: 20250 }
  );
});
