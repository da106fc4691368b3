import { levelCapacities, levelCapacity, totalCapacity } from './level-capacity.ts';

/** The format's definition (spec 5.1.1) in integers of any size. */
function exactCapacity(k: bigint, depth: bigint): bigint {
  if (depth > 30n) return exactCapacity(exactCapacity(k, depth / 2n), depth - depth / 2n);
  return ((2n * k * 2n ** depth) / 3n ** depth + 1n) / 2n;
}

test.each([8, 9, 10, 100, 128, 200, 255, 256, 257, 1000, 1024, 4096, 10007, 32768, 65534, 65535])(
  'of k %d at every depth',
  (k) => {
    for (let depth = 0; depth <= 60; depth++) {
      const expected = Math.max(8, Number(exactCapacity(BigInt(k), BigInt(depth))));
      expect([depth, levelCapacity(k, depth + 1, 0)]).toEqual([depth, expected]);
    }
  }
);

test('levels shrink by a third from the top down', () => {
  expect(Array.from(levelCapacities(200, 4))).toEqual([59, 89, 133, 200]);
  expect(totalCapacity(200, 4)).toBe(59 + 89 + 133 + 200);
});
