import { mergeKll } from '../sketch/index.ts';
import type { Distribution } from './column-profile.ts';

/** Merges two distributions (spec 3.3); the KLL's coin flips follow from the seed. */
export function mergeDistribution(left: Distribution, right: Distribution, seed: number): Distribution {
  return { ...mergeMoments(left, right), kll: mergeKll(left.kll, right.kll, seed) };
}

/** Parallel merge of mean and sum of squared deviations. An empty side says nothing, whatever it has stored. */
export function mergeMoments(left: Distribution, right: Distribution): Pick<Distribution, 'mean' | 'm2'> {
  const leftCount = left.kll.n;
  const rightCount = right.kll.n;
  const count = leftCount + rightCount;
  if (count === 0) return { mean: 0, m2: 0 };
  if (rightCount === 0) return { mean: left.mean, m2: left.m2 };
  if (leftCount === 0) return { mean: right.mean, m2: right.m2 };
  if (left.mean === null || right.mean === null) return { mean: null, m2: null };
  const delta = right.mean - left.mean;
  const mean = (leftCount / count) * left.mean + (rightCount / count) * right.mean;
  if (left.m2 === null || right.m2 === null) return { mean, m2: null };
  return { mean, m2: left.m2 + right.m2 + (delta * delta * leftCount * rightCount) / count };
}
