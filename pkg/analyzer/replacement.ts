import { mean } from './statistics/moments.ts';
import { normalQuantile } from './statistics/normal-quantile.ts';
import { normals } from './statistics/seeded-random.ts';
import type { Bounds } from './breach.ts';

/** Numbers drawn for one expectation; their mean counts. */
const draws = 10;

/** What later baselines take instead of an anomalous value. */
export interface Replacement {
  /** A drawn expectation near the centre. */
  readonly adjusted: number;
  /** A mix of the measured value and the drawn one. */
  readonly replacement: number;
}

/**
 * The value that stands for an anomalous one in later baselines (spec/analyzers.md b.4 step 8, b.6 step 9): the measured
 * value with the share `lambdaKeep`, the rest a value drawn around the centre. The draw is the seed's alone.
 *
 * @param bounds the computed ones; their distance is the spread of the draw
 * @param alpha significance of the interval, above 0, below 1
 */
export function replacementOf(
  value: number,
  centre: number,
  bounds: Bounds,
  { alpha, lambdaKeep, seed }: { readonly alpha: number; readonly lambdaKeep: number; readonly seed: string }
): Replacement {
  const spread = (bounds.upper - bounds.lower) * normalQuantile(1 - alpha / 2);
  const adjusted = centre + spread * mean(normals(seed, draws));
  return { adjusted, replacement: lambdaKeep * value + (1 - lambdaKeep) * adjusted };
}
