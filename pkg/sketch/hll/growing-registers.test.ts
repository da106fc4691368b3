import { hllEstimate } from './estimate.ts';
import { GrowingRegisters } from './growing-registers.ts';
import { readHll } from './read-hll.ts';
import { writeHll } from './write-hll.ts';

function coupon(value: number, slot: number): number {
  return ((value << 26) | slot) >>> 0;
}

test('registers of 32 and more: sums by hand, and read again', () => {
  const growing = new GrowingRegisters(4);
  growing.insert(coupon(40, 3));
  growing.insert(coupon(45, 3));
  growing.insert(coupon(33, 5));
  growing.insert(coupon(2, 5));
  for (const type of ['HLL_4', 'HLL_6', 'HLL_8'] as const) {
    const sketch = growing.toSketch(type);
    // 14 registers at 0, one at 45, one at 33; each rise added 16 / (kxq0 + kxq1).
    expect(sketch).toMatchObject({ kxq0: 14, kxq1: 2 ** -45 + 2 ** -33, curMin: 0, numAtCurMin: 14 });
    expect(sketch.hip).toBe(1 + 16 / (15 + 2 ** -40) + 16 / (15 + 2 ** -45));
    expect(readHll(writeHll(sketch))).toEqual(sketch);
  }
});

test('a union of full registers has none at 0, and an estimate all the same', () => {
  const growing = new GrowingRegisters(4);
  for (let slot = 0; slot < 16; slot++) growing.insert(coupon(5, slot));
  const full = growing.toSketch('HLL_4');
  const union = GrowingRegisters.from(full);
  union.unite(full);
  const sketch = union.toSketch('HLL_4');
  expect(sketch).toMatchObject({ curMin: 5, numAtCurMin: 16, outOfOrder: true, hip: 0 });
  // Raw estimate 0.673 * 16^2 / (16 / 32), which the table corrects by little.
  expect(hllEstimate(sketch)).toBeGreaterThan(0.9 * 344.6);
  expect(hllEstimate(sketch)).toBeLessThan(1.1 * 344.6);
});
