/** Values in, one result out. Pure. */
export { clipFloor, contributions, distance } from './distance.ts';
export type { CommonCells, DriftCells, HistogramCells, ItemCells, Sides } from './drift.ts';
export { driftContributions, driftDistance, histogramCells, itemCells } from './drift.ts';
export type { Extent } from './histogram.ts';
export { cellCounts, driftBins, driftEdges, extentOf } from './histogram.ts';
