export { SketchError, type SketchErrorCode } from './sketch-error.ts';

export { emptyKll, type KllSketch } from './kll/kll-sketch.ts';
export { readKll } from './kll/read-kll.ts';
export { writeKll } from './kll/write-kll.ts';
export { mergeKll } from './kll/merge-kll.ts';
export { addKll } from './kll/add-kll.ts';
export { KllBuilder } from './kll/kll-builder.ts';
export { kllRankErrorBounds, type KllRankErrorBounds } from './kll/rank-error.ts';
export { sortedView, type SortedView } from './kll/sorted-view.ts';
export { kllTotals, type KllTotals } from './kll/totals.ts';
export { quantile, quantiles, type QuantileConvention } from './kll/quantile.ts';
export { unionQuantiles } from './kll/union-quantiles.ts';
export { cdf, pmf, rank, weightsBelow } from './kll/rank.ts';
export { kllWeightsBelow } from './kll/weights-below.ts';

export type { HllCoupons, HllRegisters, HllSketch, HllType } from './hll/hll-sketch.ts';
export { readHll } from './hll/read-hll.ts';
export { writeHll } from './hll/write-hll.ts';
export { hllEstimate } from './hll/estimate.ts';
export { hllBounds, type HllBounds } from './hll/bounds.ts';
export { unionHll } from './hll/union-hll.ts';
export { addHll } from './hll/add-hll.ts';
export { HllBuilder } from './hll/hll-builder.ts';

export type { FrequentItem, FrequentItems } from './frequent-items/frequent-items.ts';
export { readFrequentItems } from './frequent-items/read-frequent-items.ts';
export { writeFrequentItems } from './frequent-items/write-frequent-items.ts';
export { mergeFrequentItems } from './frequent-items/merge-frequent-items.ts';
export { addFrequentItems } from './frequent-items/add-frequent-items.ts';
export {
  selectFrequentItems,
  type FrequentItemsErrorType,
  type SelectedItem,
} from './frequent-items/select-frequent-items.ts';
export { FrequentItemsBuilder } from './frequent-items/frequent-items-builder.ts';

export type { ThetaSketch } from './theta/theta-sketch.ts';
export { readTheta } from './theta/read-theta.ts';
