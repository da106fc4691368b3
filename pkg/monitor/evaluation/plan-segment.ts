import type { AnalyzerMetric, Segment } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { DatasetIndex } from '../../timeline/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import { baselineOf } from '../document/baseline-of.ts';
import { allBuckets } from './batch-keys.ts';
import { firstDataOf, newestArrivalOf } from './data-times.ts';
import { planTargets } from './plan-targets.ts';
import { SegmentHistory } from './segment-history.ts';
import type { TargetRange } from './target-starts.ts';

/** What plans are made from. */
export interface AnalysisSources {
  readonly dataset: DatasetIndex;
  readonly document: MonitorDocument;
  /** Gives each profile its position in the plan. */
  readonly position: (entry: CatalogEntry) => number;
}

/** What all segments of an analyzer are planned from. */
export interface SegmentPlanning {
  readonly analyzer: Analyzer;
  readonly metric: AnalyzerMetric | null;
  /** True: batches without data are judged, too. */
  readonly judgesAbsence: boolean;
  /** True: the data say which columns are meant. */
  readonly asksForData: boolean;
  readonly range: TargetRange;
  /** True: batches beyond the backfill grace period are not judged. */
  readonly backfillGrace: boolean;
  readonly sources: AnalysisSources;
  readonly columns: readonly string[];
}

/**
 * Buckets of history in which the columns and segments of a `latest` answer are looked for, so that a label set stays
 * when its data stop for a while. Default 30: a month of days.
 */
export const labelLookback = 30;

/** The buckets that a `latest` answer takes its columns and segments from, the newest first. */
export function labelBuckets({ evaluationMs, granularity }: TargetRange): readonly number[] {
  const current = bucketStart(evaluationMs, granularity);
  return Array.from({ length: labelLookback + 1 }, (_, i) => addBuckets(current, granularity, -i));
}

function groupBatches(
  history: SegmentHistory,
  range: TargetRange,
  position: AnalysisSources['position']
): readonly (readonly number[])[] {
  return labelBuckets(range)
    .map((start) => history.entries(start).map(position))
    .filter((members) => members.length > 0);
}

/**
 * Plans one segment: its targets, the batches they are judged from, and what is known of its columns.
 *
 * @param onChoice called when one of several partitions of the same rows was chosen
 */
export function planSegment(
  { sources, columns, asksForData, ...planning }: SegmentPlanning,
  segment: Segment,
  onChoice: () => void
): AnalysisSegment {
  const { dataset, document, position } = sources;
  const { analyzer, metric, range } = planning;
  const history = new SegmentHistory(dataset, range.granularity, segment);
  const { chains, skipped, candidates } = planTargets({ ...planning, history, position });
  const batches = new Map<number, readonly number[]>();
  for (const start of allBuckets({ analyzer, granularity: range.granularity }, chains.flat())) {
    if (history.entries(start).length > 0) {
      batches.set(start, history.entries(start).map(position));
    }
  }
  if (history.wasChosen) {
    onChoice();
  }
  const baseline = baselineOf(analyzer.config);
  const weights = columns.flatMap((column): [string, number][] => {
    const weight = columnWeight(document.weights, segment, column);
    return weight === null ? [] : [[column, weight]];
  });
  return {
    segment,
    batches,
    reference: baseline?.type === 'Reference' ? history.reference(baseline.profileId).map(position) : null,
    chains,
    skipped,
    candidates,
    groupBatches: asksForData && range.isLatest ? groupBatches(history, range, position) : [],
    firstDataMs: metric?.name === 'missingDatapoint' ? firstDataOf(dataset, segment, range.granularity) : null,
    lastArrivalMs: metric?.name === 'secondsSinceLastUpload' ? newestArrivalOf(dataset, segment) : null,
    weights: new Map(weights),
  };
}
