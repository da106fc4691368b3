import { SketchError } from '../sketch-error.ts';
import type { KllSketch } from './kll-sketch.ts';

/** All retained items of one or more sketches in ascending order: what ranks and quantiles are asked of. */
export interface SortedView {
  /** Number of values behind the view: the sum over its sketches. */
  readonly n: number;
  /** Least value seen, exact; NaN when n = 0. */
  readonly min: number;
  /** Greatest value seen, exact; NaN when n = 0. */
  readonly max: number;
  /** Ascending. */
  readonly items: Float64Array;
  /** Weight of the items up to and including each. The last is n. */
  readonly cumulativeWeights: Float64Array;
}

/** The weighted union of any number of sketches; nothing is compacted. */
export function sortedView(_sketches: readonly KllSketch[]): SortedView {
  throw new SketchError('unsupported', 'KLL sketches are not sorted yet');
}
