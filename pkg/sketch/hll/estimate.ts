import { compositeEstimate } from './composite-estimate.ts';
import { couponCounts, couponEstimates } from './coupon-estimate-table.ts';
import type { HllSketch } from './hll-sketch.ts';
import { interpolateCubic } from './interpolate.ts';

/**
 * Estimated number of distinct values (spec 5.2.2): from the coupons while there are few, else from the HIP accumulator,
 * or from the registers alone once the order of arrival is lost (after a union).
 */
export function hllEstimate(sketch: HllSketch): number {
  if (sketch.mode !== 'HLL') return Math.max(sketch.coupons.length, couponEstimate(sketch.coupons.length));
  if (!sketch.outOfOrder) return sketch.hip;
  return compositeEstimate(sketch.lgK, sketch.kxq0 + sketch.kxq1, sketch.curMin === 0 ? sketch.numAtCurMin : 0);
}

/** Distinct values that a number of distinct coupons stands for. */
export function couponEstimate(count: number): number {
  return interpolateCubic(couponCounts, (i) => couponEstimates[i] ?? NaN, count);
}
