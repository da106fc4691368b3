import type { Segment } from '../../contract/index.ts';
import { exactNames } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import type { Planning } from './analysis-request.ts';
import type { TargetingPlan } from './column-targets.ts';
import { mayBeTargeted } from './column-targets.ts';
import { namesOf } from './known-columns.ts';
import type { AnalysisSources } from './plan-segment.ts';
import { labelBuckets } from './plan-segment.ts';
import type { TargetRange } from './target-starts.ts';

/**
 * The profiles that say which columns and segments there are: those of the range, or of some time before now. Of what
 * is missing only its past can tell; there are all of them.
 */
export function labelledEntries(
  { dataset }: AnalysisSources,
  range: TargetRange,
  isOfAbsence: boolean
): readonly CatalogEntry[] {
  const { granularity } = range;
  if (isOfAbsence) {
    return dataset.entries;
  }
  const fromMs = range.isLatest ? (labelBuckets(range).at(-1) ?? 0) : bucketStart(range.fromMs, granularity);
  const lastMs = range.isLatest ? range.evaluationMs : range.toMs - 1;
  const toMs = addBuckets(bucketStart(lastMs, granularity), granularity, 1);
  return dataset.entries.filter(({ timestampMs }) => timestampMs >= fromMs && timestampMs < toMs);
}

/** The columns that some segment means, in order, before any data are read. */
export function askedColumns(
  planning: Planning,
  targeting: TargetingPlan,
  segments: readonly Segment[]
): readonly string[] {
  const { analyzer, sources, labelled } = planning;
  const { dataset, document } = sources;
  const ever = namesOf(dataset.entries);
  const selection = analyzer.target?.type === 'column' ? analyzer.target : { include: [], exclude: [] };
  const names = new Set([...namesOf(labelled), ...exactNames(selection).filter((name) => ever.has(name))]);
  return [...names]
    .filter((name) =>
      segments.some((segment) => mayBeTargeted(targeting, name, columnWeight(document.weights, segment, name)))
    )
    .sort();
}
