import { hash as digest } from 'node:crypto';
import { mergeKll } from '../sketch/index.ts';
import type { Classification, ModelPerformance, Regression, ScoreCell } from './model-performance.ts';
import { ProfileError } from './profile-error.ts';
import { mostLabels } from './read-performance.ts';
import { compareCodePoints } from './text.ts';

/**
 * Merges the performance of the profiles of one batch (spec 4.2), in the order of their content hashes, so that the
 * order given does not matter. Null for none. Field names are those of the first in that order.
 * @throws ProfileError `limit` when there are more than 256 labels together.
 */
export function mergePerformance(parts: readonly ModelPerformance[]): ModelPerformance | null {
  const ordered = [...parts].sort((left, right) => compareCodePoints(left.contentHash, right.contentHash));
  const [first, ...more] = ordered;
  if (first === undefined || more.length === 0) return first ?? null;
  const contentHash = digest('sha256', ordered.map((part) => part.contentHash).join(' '), 'hex').slice(0, 32);
  return {
    contentHash,
    outputFields: [...new Set(ordered.flatMap((part) => part.outputFields))].sort(compareCodePoints),
    classification: mergeClassifications(
      ordered.flatMap((part) => part.classification ?? []),
      Number.parseInt(contentHash.slice(0, 8), 16)
    ),
    regression: ordered.flatMap((part) => part.regression ?? []).reduce(addRegression, null),
  };
}

function addRegression(left: Regression | null, right: Regression): Regression {
  if (left === null) return right;
  return {
    ...left,
    count: left.count + right.count,
    sumAbsDiff: left.sumAbsDiff + right.sumAbsDiff,
    sumDiff: left.sumDiff + right.sumDiff,
    sum2Diff: left.sum2Diff + right.sum2Diff,
  };
}

function mergeClassifications(parts: readonly Classification[], seed: number): Classification | null {
  const [first, ...more] = parts;
  if (first === undefined || more.length === 0) return first ?? null;
  const labels = sortLabels(new Set(parts.flatMap((part) => part.labels)));
  if (labels.length > mostLabels) {
    const what = `model performance: ${labels.length} labels together, more than ${mostLabels}`;
    throw new ProfileError('limit', 'merged profiles', what, null);
  }
  const position = new Map(labels.map((label, index) => [label, index]));
  const cells = new Array<ScoreCell>(labels.length ** 2).fill(emptyCell);
  for (const part of parts) {
    const places = part.labels.map((label) => position.get(label) ?? 0);
    for (const [index, cell] of part.cells.entries()) {
      const predicted = places[Math.floor(index / places.length)] ?? 0;
      const target = places[index % places.length] ?? 0;
      const place = predicted * labels.length + target;
      cells[place] = mergeCells(cells[place] ?? emptyCell, cell, (seed + index) >>> 0);
    }
  }
  return { ...first, labels, cells };
}

const emptyCell: ScoreCell = { count: 0, mean: null, m2: null, kll: null };

/** Numbers in numeric order where all labels are numbers, else code points; `None` last. */
function sortLabels(labels: ReadonlySet<string>): readonly string[] {
  const known = [...labels].filter((label) => label !== 'None');
  const areNumbers = known.every((label) => label.trim() !== '' && Number.isFinite(Number(label)));
  known.sort((left, right) => (areNumbers ? Number(left) - Number(right) : 0) || compareCodePoints(left, right));
  return labels.has('None') ? [...known, 'None'] : known;
}

/** Distributions of scores merge like any other (spec 3.3). */
function mergeCells(left: ScoreCell, right: ScoreCell, seed: number): ScoreCell {
  if (right.count === 0) return left;
  if (left.count === 0) return right;
  const count = left.count + right.count;
  const kll = left.kll === null || right.kll === null ? null : mergeKll(left.kll, right.kll, seed);
  if (left.mean === null || right.mean === null || left.m2 === null || right.m2 === null) {
    return { count, mean: null, m2: null, kll };
  }
  const delta = right.mean - left.mean;
  return {
    count,
    mean: (left.count / count) * left.mean + (right.count / count) * right.mean,
    m2: left.m2 + right.m2 + (delta * delta * left.count * right.count) / count,
    kll,
  };
}
