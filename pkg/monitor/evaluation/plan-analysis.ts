import { createHash } from 'node:crypto';
import type { ColumnSelection, Granularity, Segment } from '../../contract/index.ts';
import { exactNames } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import { addBuckets, bucketStart, expandSegment } from '../../timeline/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import { appliesToSegment, targetSegments } from '../targeting/target-segments.ts';
import type { ReadinessClock } from '../timing/ready-time.ts';
import type { AnalysisPlan } from './analysis-plan.ts';
import { chainLength } from './chain-of.ts';
import { mayBeTargeted } from './column-targets.ts';
import { isComposite } from './composite-config.ts';
import { factsOf, namesOf } from './known-columns.ts';
import type { AnalysisSources, SegmentPlanning } from './plan-segment.ts';
import { planSegment } from './plan-segment.ts';
import { isOfDataset, resolveMetric } from './resolve-metric.ts';
import type { TargetRange } from './target-starts.ts';

/** Raised when a formula changes, so that no result of an older version is taken for one of this. */
export const engineVersion = 1;

/**
 * Buckets of history in which the columns and segments of a `latest` answer are looked for, so that a label set stays
 * when its data stop for a while. Default 30: a month of days.
 */
export const labelLookback = 30;

/** What is asked of the analyzers. */
export interface AnalysisRequest {
  /** True: the analyzer stands in the query, which says what it targets where the analyzer does not. */
  readonly isInline: boolean;
  readonly fromMs: number;
  readonly toMs: number;
  readonly isLatest: boolean;
  readonly evaluationMs: number;
  /** Null: the document's. */
  readonly granularity: Granularity | null;
  readonly columns: ColumnSelection;
  /** Null: all that the analyzer targets. */
  readonly segments: readonly Segment[] | null;
  readonly readinessClock: ReadinessClock;
  readonly backfillGrace: boolean;
}

/** The segments that an analyzer judges and the query asks for. */
function segmentsOf(
  analyzer: Analyzer,
  request: AnalysisRequest,
  entries: readonly CatalogEntry[]
): readonly Segment[] {
  const expand = (segment: Segment): readonly Segment[] => expandSegment(entries, segment);
  const filter = request.segments;
  if (analyzer.target === null || (analyzer.target.segments.length === 0 && filter !== null)) {
    return targetSegments({ segments: filter ?? [], excludeSegments: [] }, expand);
  }
  const segments = targetSegments(analyzer.target, expand);
  return filter === null
    ? segments
    : segments.filter((segment) => appliesToSegment({ segments: filter, excludeSegments: [] }, segment));
}

/** The buckets whose profiles say which columns and segments there are. */
function labelRange(range: TargetRange): readonly [fromMs: number, toMs: number] {
  if (!range.isLatest) {
    return [range.fromMs, range.toMs];
  }
  const current = bucketStart(range.evaluationMs, range.granularity);
  return [addBuckets(current, range.granularity, -labelLookback), addBuckets(current, range.granularity, 1)];
}

function plainAnalyzer(analyzer: Analyzer): object {
  const { id, target, targetSize, disableTargetRollup, config } = analyzer;
  return { id, target, targetSize, disableTargetRollup, config };
}

/**
 * Plans one analyzer over a range: which columns and segments, which targets, from which batches.
 *
 * @param onChoice called when one of several partitions of the same rows was chosen
 * @throws TimelineError too-many-buckets
 */
export function planAnalysis(
  analyzer: Analyzer,
  request: AnalysisRequest,
  sources: AnalysisSources,
  onChoice: () => void
): AnalysisPlan {
  const { dataset, document } = sources;
  const granularity = request.granularity ?? document.granularity;
  const range: TargetRange = {
    ...request,
    granularity,
    readiness: {
      dataReadinessDurationMs: analyzer.dataReadinessDurationMs,
      readinessClock: request.readinessClock,
      allowPartialTargetBatches: document.allowPartialTargetBatches,
    },
  };
  const resolved = resolveMetric(analyzer, document);
  const { metric, customColumn } = resolved;
  const [fromMs, toMs] = labelRange(range);
  const entries = dataset.entries.filter(
    ({ timestampMs }) => timestampMs >= bucketStart(fromMs, granularity) && timestampMs < toMs
  );
  const included = analyzer.target?.type === 'column' ? analyzer.target : { include: [], exclude: [] };
  const names = new Set([
    ...namesOf(entries),
    ...exactNames(included).filter((name) => namesOf(dataset.entries).has(name)),
  ]);
  const facts = factsOf(names, document);
  const base = { analyzer, facts, columnFilter: request.columns };
  // An analyzer of a document that names no target looks at nothing; a composite's children do.
  const targetsNothing = analyzer.target === null && !request.isInline && !isComposite(analyzer.config);
  const segments = targetsNothing ? [] : segmentsOf(analyzer, request, entries);
  const ofDataset = isOfDataset(analyzer, resolved);
  const columns = ofDataset
    ? []
    : [...names]
        .filter((name) =>
          segments.some((segment) => mayBeTargeted(base, name, columnWeight(document.weights, segment, name)))
        )
        .sort();
  const { backfillGrace } = request;
  const planning: SegmentPlanning = { analyzer, metric, range, backfillGrace, sources, columns };
  const monitors = document.monitors.filter(
    ({ disabled, analyzerIds }) => !disabled && analyzerIds.includes(analyzer.id)
  );
  const known = [
    plainAnalyzer(analyzer),
    granularity,
    dataset.datasetId,
    customColumn,
    [...facts.discreteness],
    [...facts.hidden],
  ];
  return {
    ...base,
    metric,
    customColumn,
    orgId: document.orgId,
    datasetId: dataset.datasetId,
    granularity,
    monitorIds: monitors.map(({ id }) => id),
    monitorConfigVersion: document.documentVersion,
    evaluationMs: request.evaluationMs,
    analyzerDigest: createHash('sha256')
      .update(JSON.stringify([engineVersion, ...known]))
      .digest('base64'),
    isChained: chainLength(analyzer.config) !== null,
    isOfDataset: ofDataset,
    columns,
    segments: segments.map((segment) => planSegment(planning, segment, onChoice)),
    children: childrenOf(analyzer, request, sources, onChoice),
  };
}

/** Plans of the analyzers below a composite; one that is not in the document has none. */
function childrenOf(
  { config }: Analyzer,
  request: AnalysisRequest,
  sources: AnalysisSources,
  onChoice: () => void
): readonly AnalysisPlan[] {
  if (!isComposite(config)) {
    return [];
  }
  return config.analyzerIds.flatMap((id) => {
    const child = sources.document.analyzers.find((analyzer) => analyzer.id === id);
    // A composite below a composite could contain itself.
    return child === undefined || isComposite(child.config) ? [] : [planAnalysis(child, request, sources, onChoice)];
  });
}
