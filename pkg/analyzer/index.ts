/** Values in, one result out. Pure. */
export { columnList, type ColumnListInput, maxSampledColumns } from './column-list.ts';
export { comparison, type ComparisonInput } from './comparison.ts';
export { composite, type CompositeChild, type CompositeInput } from './composite.ts';
export { diff, type DiffInput } from './diff.ts';
export { clipFloor, contributions, distance } from './distance.ts';
export { drift, type DriftInput } from './drift.ts';
export type { CommonCells, DriftCells, HistogramCells, ItemCells, Sides } from './drift-cells.ts';
export { driftContributions, driftDistance, histogramCells, itemCells } from './drift-cells.ts';
export { fixed, type FixedInput } from './fixed.ts';
export {
  comparedLength,
  frequentStringComparison,
  type FrequentStringComparisonInput,
  maxSampledItems,
} from './frequent-string-comparison.ts';
export type { Extent } from './histogram.ts';
export { cellCounts, driftBins, driftEdges, extentOf } from './histogram.ts';
export { listComparison, type ListComparisonInput } from './list-comparison.ts';
export { monotonic, type MonotonicInput } from './monotonic.ts';
export type { PriorResult } from './prior-result.ts';
export type { ScalarType, ScalarValue } from './scalar-value.ts';
export type { SeriesPoint } from './series-point.ts';
export { seasonal, type SeasonalInput } from './seasonal/seasonal.ts';
export { stddev, type StddevInput } from './stddev.ts';
