import { couponEstimate, hllEstimate } from './estimate.ts';
import type { HllRegisters, HllSketch } from './hll-sketch.ts';
import { minLgK } from './hll-layout.ts';
import { compositeLower, compositeUpper, hipLower, hipUpper } from './relative-error-table.ts';

/** Interval around the estimate. */
export interface HllBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Relative standard error of the number of distinct coupons of 26 bits as an estimate of the number of values. */
const couponError = 0.409 / 2 ** 13;

/** Relative standard error of the estimates, times the square root of the number of registers. */
const hipErrorFactor = 0.8325546;
const compositeErrorFactor = 1.03896;

/** Bounds of the number of distinct values at 1, 2 or 3 standard deviations (spec 5.2.2). */
export function hllBounds(sketch: HllSketch, deviations: 1 | 2 | 3): HllBounds {
  if (sketch.mode !== 'HLL') {
    const count = sketch.coupons.length;
    const estimate = couponEstimate(count);
    return {
      lower: Math.max(count, estimate / (1 + deviations * couponError)),
      upper: Math.max(count, estimate / (1 - deviations * couponError)),
    };
  }
  const estimate = hllEstimate(sketch);
  const [lowerError, upperError] = relativeErrors(sketch, deviations);
  const nonZeros = 2 ** sketch.lgK - (sketch.curMin === 0 ? sketch.numAtCurMin : 0);
  return { lower: Math.max(nonZeros, estimate / (1 + lowerError)), upper: estimate / (1 + upperError) };
}

/** Signed relative errors of the lower and the upper bound: measured for few registers, else from theory. */
function relativeErrors(sketch: HllRegisters, deviations: 1 | 2 | 3): readonly [lower: number, upper: number] {
  const { lgK, outOfOrder } = sketch;
  const lower = (outOfOrder ? compositeLower : hipLower)[lgK - minLgK]?.[deviations - 1];
  const upper = (outOfOrder ? compositeUpper : hipUpper)[lgK - minLgK]?.[deviations - 1];
  if (lower !== undefined && upper !== undefined) return [lower, upper];
  const error = (deviations * (outOfOrder ? compositeErrorFactor : hipErrorFactor)) / Math.sqrt(2 ** lgK);
  return [error, -error];
}
