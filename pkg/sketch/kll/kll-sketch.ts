import { requireKllK } from './kll-limits.ts';

/**
 * A KLL quantile sketch as it lies in a file (spec 5.1). Plain data: it can be posted to a worker, and its items can be
 * a view of the bytes it was read from, made when it is first asked for. Nothing here may be written to.
 */
export interface KllSketch {
  /** Accuracy parameter, 8 to 65535. */
  readonly k: number;
  /** Least k of everything merged into it: the one that decides the rank error. */
  readonly minK: number;
  /** Number of values seen, at most 2^53 - 1. */
  readonly n: number;
  /** Least value seen, exact; NaN when n = 0. */
  readonly min: number;
  /** Greatest value seen, exact; NaN when n = 0. */
  readonly max: number;
  /** Start of each level in `items`, then the end: one entry more than there are levels; one entry when n = 0. */
  readonly levels: Uint32Array;
  /** Retained items, level 0 first. An item of level h has weight 2^h. Levels above 0 ascend. */
  readonly items: Float64Array;
  readonly isLevelZeroSorted: boolean;
  /** Bytes of an item in the image it came from: 4 for the float sketches of v0, else 8. */
  readonly itemBytes: 4 | 8;
}

/**
 * A sketch of nothing.
 *
 * @param k accuracy parameter, 8 to 65535
 * @throws SketchError `argument` when k is something else
 */
export function emptyKll(k: number): KllSketch {
  requireKllK(k);
  return {
    k,
    minK: k,
    n: 0,
    min: NaN,
    max: NaN,
    levels: Uint32Array.of(0),
    items: new Float64Array(0),
    isLevelZeroSorted: false,
    itemBytes: 8,
  };
}
