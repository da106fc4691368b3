import { baselineBuckets } from '../timing/baseline-buckets.ts';
import { targetBuckets } from '../timing/trailing-window.ts';
import type { AnalysisPlan, PlannedTarget } from './analysis-plan.ts';
import { baselineOf } from '../document/baseline-of.ts';
import type { BatchKey } from './readings.ts';

/** A batch and the time it stands for. */
export interface DatedKey {
  /** Start of its bucket, epoch ms; 0 for a reference, which has no place in time. */
  readonly startMs: number;
  /** Null: excluded, which counts as missing. */
  readonly key: BatchKey | null;
}

type TargetPlan = Pick<AnalysisPlan, 'analyzer' | 'granularity'>;

/** The batches that form a target, in time order; the last is its own. */
export function targetKeys({ analyzer, granularity }: TargetPlan, target: PlannedTarget): readonly DatedKey[] {
  return target.member === null
    ? targetBuckets(target.startMs, analyzer.targetSize, granularity).map((startMs) => ({ startMs, key: startMs }))
    : [{ startMs: target.startMs, key: `member ${target.member}` }];
}

/** The batches of a target's baseline, in time order. Empty without a baseline. */
export function baselineKeys({ analyzer, granularity }: TargetPlan, { startMs }: PlannedTarget): readonly DatedKey[] {
  const baseline = baselineOf(analyzer.config);
  if (baseline === null) {
    return [];
  }
  const buckets = baselineBuckets(baseline, startMs, analyzer.targetSize, granularity);
  return buckets === null
    ? [{ startMs: 0, key: 'reference' }]
    : buckets.map((bucket) => ({ startMs: bucket.startMs, key: bucket.isExcluded ? null : bucket.startMs }));
}

/** The batches behind dated keys, excluded ones left out. */
export function keysOf(dated: readonly DatedKey[]): readonly BatchKey[] {
  return dated.flatMap(({ key }) => key ?? []);
}

/** Every batch that some target of the list is judged from. */
export function allKeys(plan: TargetPlan, targets: readonly PlannedTarget[]): ReadonlySet<BatchKey> {
  const keys = new Set<BatchKey>();
  for (const target of targets) {
    for (const key of keysOf([...targetKeys(plan, target), ...baselineKeys(plan, target)])) {
      keys.add(key);
    }
  }
  return keys;
}

/** The starts of every bucket that some target of the list is judged from. */
export function allBuckets(plan: TargetPlan, targets: readonly PlannedTarget[]): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const target of targets) {
    starts.add(target.startMs);
    for (const key of keysOf([...targetKeys(plan, target), ...baselineKeys(plan, target)])) {
      if (typeof key === 'number') {
        starts.add(key);
      }
    }
  }
  return starts;
}
