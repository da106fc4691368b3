import type { AnalyzerMetric, Segment } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { DatasetIndex } from '../../timeline/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import { baselineOf } from './baseline-of.ts';
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
  readonly range: TargetRange;
  /** True: batches beyond the backfill grace period are not judged. */
  readonly backfillGrace: boolean;
  readonly sources: AnalysisSources;
  readonly columns: readonly string[];
}

/**
 * Plans one segment: its targets, the batches they are judged from, and what is known of its columns.
 *
 * @param onChoice called when one of several partitions of the same rows was chosen
 */
export function planSegment(
  { analyzer, metric, range, backfillGrace, sources, columns }: SegmentPlanning,
  segment: Segment,
  onChoice: () => void
): AnalysisSegment {
  const { dataset, document, position } = sources;
  const history = new SegmentHistory(dataset, range.granularity, segment);
  const { chains, skipped } = planTargets({ analyzer, metric, range, backfillGrace, history, position });
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
    firstDataMs: metric?.name === 'missingDatapoint' ? firstDataOf(dataset, segment, range.granularity) : null,
    lastArrivalMs: metric?.name === 'secondsSinceLastUpload' ? newestArrivalOf(dataset, segment) : null,
    weights: new Map(weights),
  };
}
