import { createHash } from 'node:crypto';
import type { AnalyzerMetric, ColumnSelection, Granularity, Segment } from '../../contract/index.ts';
import { allColumns, exactNames } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import { addBuckets, bucketStart, expandSegment } from '../../timeline/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import { appliesToSegment, targetSegments } from '../targeting/target-segments.ts';
import type { ReadinessClock } from '../timing/ready-time.ts';
import type { AnalysisPlan, AnalysisSegment, ColumnFactsOfPlan } from './analysis-plan.ts';
import { chainLength } from './chain-of.ts';
import type { TargetingPlan } from './column-targets.ts';
import { asksForData, mayBeTargeted } from './column-targets.ts';
import { isComposite } from './composite-config.ts';
import { needsCounts } from './dataset-value.ts';
import { factsOf, namesOf } from './known-columns.ts';
import type { AnalysisSources, SegmentPlanning } from './plan-segment.ts';
import { labelBuckets, planSegment } from './plan-segment.ts';
import type { ResolvedMetric } from './resolve-metric.ts';
import { isOfDataset, resolveMetric } from './resolve-metric.ts';
import type { TargetRange } from './target-starts.ts';

/** Raised when a formula changes, so that no result of an older version is taken for one of this. */
export const engineVersion = 1;

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

/** What is the same wherever an analyzer is planned. */
interface Planning {
  readonly analyzer: Analyzer;
  readonly request: AnalysisRequest;
  readonly sources: AnalysisSources;
  readonly onChoice: () => void;
  readonly resolved: ResolvedMetric;
  readonly children: readonly Analyzer[];
  readonly range: TargetRange;
  /** The profiles that say which columns and segments there are. */
  readonly labelled: readonly CatalogEntry[];
}

/** The analyzers below a composite; one that is not in the document is not there, and is told at each of its targets. */
function childAnalyzers({ config }: Analyzer, { analyzers }: MonitorDocument): readonly Analyzer[] {
  // A composite below a composite could contain itself.
  return isComposite(config)
    ? config.analyzerIds.flatMap((id) => analyzers.filter((child) => child.id === id && !isComposite(child.config)))
    : [];
}

/** True when an analyzer speaks of batches without data, too. */
function judgesAbsence(metric: AnalyzerMetric | null): boolean {
  return metric?.name === 'missingDatapoint' || metric?.name === 'secondsSinceLastUpload';
}

/** The segments of an analyzer itself; null: it leaves them to the query, or to its children. */
function ownSegments({ target }: Analyzer, request: AnalysisRequest, expand: Expand): readonly Segment[] | null {
  // "overall" is also what a target without segments is read as; beside the query's own segments it is no choice.
  const isOpen = request.isInline && request.segments !== null && target?.segments.every((tags) => tags.length === 0);
  return target === null || isOpen === true ? null : targetSegments(target, expand);
}

type Expand = (segment: Segment) => readonly Segment[];

/** The segments that an analyzer judges and the query asks for. */
function segmentsOf({ analyzer, request, children, labelled }: Planning): readonly Segment[] {
  const expand: Expand = (segment) => expandSegment(labelled, segment);
  const filter = request.segments;
  const ofChildren = children.flatMap((child) => ownSegments(child, { ...request, isInline: false }, expand) ?? []);
  const own = ownSegments(analyzer, request, expand) ?? (ofChildren.length > 0 ? ofChildren : null);
  if (own === null) {
    return targetSegments({ segments: filter ?? [], excludeSegments: [] }, expand);
  }
  const distinct = [...new Map(own.map((segment) => [JSON.stringify(segment), segment])).values()];
  return filter === null
    ? distinct
    : distinct.filter((segment) => appliesToSegment({ segments: filter, excludeSegments: [] }, segment));
}

/**
 * The profiles that say which columns and segments there are: those of the range, or of some time before now. Of what
 * is missing only its past can tell; there are all of them.
 */
function labelledEntries(
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

/** Everything of the analyzer and its document that a result depends on, beside the batches. */
function analyzerDigest({ analyzer, sources, resolved, range }: Planning, { outputs }: ColumnFactsOfPlan): string {
  const { id, target, targetSize, disableTargetRollup, config } = analyzer;
  const { metric, customColumn } = resolved;
  const known = [
    engineVersion,
    { id, target, targetSize, disableTargetRollup, config },
    range.granularity,
    sources.dataset.datasetId,
    customColumn,
    metric !== null && needsCounts(metric) ? [...outputs].sort() : [],
  ];
  return createHash('sha256').update(JSON.stringify(known)).digest('base64');
}

/** The columns that some segment means, in order, before any data are read. */
function columnsOf(planning: Planning, targeting: TargetingPlan, segments: readonly Segment[]): readonly string[] {
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

/** The first and the last moment of some targets; null without any. */
function spanOf(segments: readonly AnalysisSegment[]): readonly [firstMs: number, lastMs: number] | null {
  const starts = segments.flatMap(({ chains }) => chains.flat().map(({ startMs }) => startMs));
  const [first] = starts;
  return first === undefined
    ? null
    : starts.reduce(([least, most], start) => [Math.min(least, start), Math.max(most, start)], [first, first]);
}

/** Plans of a composite's children for its own targets. */
function planChildren(planning: Planning, segments: readonly AnalysisSegment[]): readonly AnalysisPlan[] {
  const { request, sources, onChoice, children } = planning;
  const span = spanOf(segments);
  if (span === null) {
    return [];
  }
  // What a query shows must not change what a child says.
  const all = { isInline: false, columns: allColumns, segments: null };
  const asked = { ...request, ...all, isLatest: false, fromMs: span[0], toMs: span[1] + 1 };
  return children.map((child) => planAnalysis(child, asked, sources, onChoice));
}

function rangeOf({ dataReadinessDurationMs }: Analyzer, request: AnalysisRequest, document: MonitorDocument) {
  const { readinessClock } = request;
  const { allowPartialTargetBatches } = document;
  const granularity = request.granularity ?? document.granularity;
  return { ...request, granularity, readiness: { dataReadinessDurationMs, readinessClock, allowPartialTargetBatches } };
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
  const range = rangeOf(analyzer, request, document);
  const resolved = resolveMetric(analyzer, document);
  const { metric, customColumn } = resolved;
  const children = childAnalyzers(analyzer, document);
  const isOfAbsence = [metric, ...children.map((child) => resolveMetric(child, document).metric)].some(judgesAbsence);
  const labelled = labelledEntries(sources, range, isOfAbsence);
  const planning: Planning = { analyzer, request, sources, onChoice, resolved, children, range, labelled };
  const facts = factsOf(namesOf([...dataset.entries, ...[...dataset.references.values()].flat()]), document);
  const base = { analyzer, facts, columnFilter: request.columns };
  // An analyzer of a document that names no target looks at nothing; a composite's children do.
  const targetsNothing = analyzer.target === null && !request.isInline && !isComposite(analyzer.config);
  const wanted = targetsNothing ? [] : segmentsOf(planning);
  const ofDataset = isOfDataset(analyzer, resolved);
  const columns = ofDataset ? [] : columnsOf(planning, base, wanted);
  const ofSegments: SegmentPlanning = {
    analyzer,
    metric,
    judgesAbsence: isOfAbsence,
    asksForData: !ofDataset && asksForData(base),
    range,
    backfillGrace: request.backfillGrace,
    sources,
    columns,
  };
  const segments = wanted.map((segment) => planSegment(ofSegments, segment, onChoice));
  const monitors = document.monitors.filter(
    ({ disabled, analyzerIds }) => !disabled && analyzerIds.includes(analyzer.id)
  );
  return {
    ...base,
    metric,
    customColumn,
    orgId: document.orgId,
    datasetId: dataset.datasetId,
    granularity: range.granularity,
    monitorIds: monitors.map(({ id }) => id),
    monitorConfigVersion: document.documentVersion,
    evaluationMs: request.evaluationMs,
    isLatest: request.isLatest,
    analyzerDigest: analyzerDigest(planning, facts),
    isChained: chainLength(analyzer.config) !== null,
    isOfDataset: ofDataset,
    columns,
    segments,
    children: planChildren(planning, segments),
  };
}
