import { u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { maxLgSetSlots, sketchName, types } from './hll-layout.ts';
import type { HllCoupons, HllRegisters, HllSketch } from './hll-sketch.ts';
import { countRegisters, leastRegister, sumRegisters } from './register-counts.ts';
import { raiseRegistersByAll } from './registers.ts';

/** Most coupons that a sketch of this precision holds before it takes registers (spec 5.2.4). */
function mostCoupons(lgK: number): number {
  return (2 ** maxLgSetSlots(lgK) * 3) / 4;
}

/** The distinct coupons of all sketches, ascending; null as soon as there are more than `most`. */
function distinctCoupons(sketches: readonly HllCoupons[], most: number): Uint32Array | null {
  const distinct = new Set<number>();
  for (const { coupons } of sketches) {
    for (let i = 0; i < coupons.length; i++) {
      distinct.add(u32(coupons, i));
    }
    if (distinct.size > most) return null;
  }
  return Uint32Array.from(distinct).sort();
}

function raiseByCoupons(registers: Uint8Array, coupons: Uint32Array): void {
  const mask = registers.length - 1;
  for (let i = 0; i < coupons.length; i++) {
    const coupon = u32(coupons, i);
    const slot = coupon & mask;
    registers[slot] = Math.max(registers[slot] ?? 0, coupon >>> 26);
  }
}

function fromRegisters(registers: Uint8Array, lgK: number): HllRegisters {
  const facts = { type: 'HLL_8', lgK, packed: registers, curMin: 0 } as const;
  const counts = countRegisters(facts);
  const curMin = leastRegister(counts);
  return {
    ...facts,
    ...sumRegisters(counts),
    mode: 'HLL',
    curMin,
    numAtCurMin: u32(counts, curMin),
    hip: 0,
    outOfOrder: true,
    compact: true,
    exceptions: new Uint32Array(0),
  };
}

/**
 * A window of sketches as one: registers take the greatest value (design, law 2), so the order of the sketches does not
 * matter and a window's estimate does not depend on how it was put together. Few values stay coupons, whose count is
 * nearly exact; with many the composite estimate applies. `unionHll`, which follows whylogs' merges step by step, is for
 * the files of one batch.
 *
 * @throws SketchError `argument` when there is no sketch
 */
export function addHll(sketches: readonly HllSketch[]): HllSketch {
  const [first] = sketches;
  if (first === undefined) {
    throw new SketchError('argument', `${sketchName}: nothing to add; give at least one sketch`);
  }
  if (sketches.length === 1) {
    return first;
  }
  const withRegisters = sketches.filter((sketch) => sketch.mode === 'HLL');
  const withCoupons = sketches.filter((sketch) => sketch.mode !== 'HLL');
  const type = types[Math.max(...sketches.map((sketch) => types.indexOf(sketch.type)))] ?? 'HLL_8';
  if (withRegisters.length === 0) {
    const lgK = Math.max(...sketches.map((sketch) => sketch.lgK));
    const coupons = distinctCoupons(withCoupons, mostCoupons(lgK));
    if (coupons !== null) {
      return { mode: 'SET', lgK, type, outOfOrder: false, compact: true, coupons };
    }
  }
  // The least precision among registers decides; coupons, which keep the whole address, fold onto any.
  const parts = withRegisters.length > 0 ? withRegisters : sketches;
  const lgK = Math.min(...parts.map((sketch) => sketch.lgK));
  const registers = new Uint8Array(2 ** lgK);
  raiseRegistersByAll(registers, withRegisters);
  withCoupons.forEach(({ coupons }) => raiseByCoupons(registers, coupons));
  return fromRegisters(registers, lgK);
}
