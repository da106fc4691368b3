import { SketchError } from '../sketch-error.ts';
import { GrowingHll } from './growing-hll.ts';
import { sketchName, types } from './hll-layout.ts';
import type { HllSketch } from './hll-sketch.ts';

/**
 * The union of sketches in the given order, as whylogs merges them (spec 3.5, 5.2.5): registers take the greatest value,
 * at the least precision among the sketches that have registers; the type is the most precise of all. Sketches in HLL mode
 * alone give the same union in any order; where coupons take part, the estimate depends slightly on the order (under 1 %
 * of a pair).
 *
 * @throws SketchError `argument` when there is no sketch
 */
export function unionHll(sketches: readonly HllSketch[]): HllSketch {
  if (sketches.length === 0) {
    throw new SketchError('argument', `${sketchName}: nothing to unite; give at least one sketch`);
  }
  const lgMax = Math.max(...sketches.map((sketch) => sketch.lgK));
  const type = types[Math.max(...sketches.map((sketch) => types.indexOf(sketch.type)))] ?? 'HLL_8';
  const union = new GrowingHll(lgMax);
  for (const sketch of sketches) union.unite(sketch);
  return union.toSketch(type);
}
