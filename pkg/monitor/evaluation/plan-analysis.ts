import { createHash } from 'node:crypto';
import type { AnalyzerMetric, ColumnSelection, Granularity, Segment } from '../../contract/index.ts';
import { analyzerMetric, exactNames } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { DatasetIndex } from '../../timeline/index.ts';
import { addBuckets, bucketStart, expandSegment } from '../../timeline/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import { columnFacts } from '../targeting/column-facts.ts';
import { columnWeight } from '../targeting/column-weight.ts';
import { appliesToSegment, targetSegments } from '../targeting/target-segments.ts';
import type { ReadinessClock } from '../timing/ready-time.ts';
import type { AnalysisPlan, AnalysisSegment, ColumnFactsOfPlan } from './analysis-plan.ts';
import { chainLength } from './chain-of.ts';
import { isComposite } from './composite-config.ts';
import { mayBeTargeted } from './column-targets.ts';
import { baselineOf } from './baseline-of.ts';
import { allBuckets } from './batch-keys.ts';
import { planTargets } from './plan-targets.ts';
import { SegmentHistory } from './segment-history.ts';
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

/** What plans are made from. */
export interface AnalysisSources {
  readonly dataset: DatasetIndex;
  readonly document: MonitorDocument;
  /** Gives each profile its position in the plan. */
  readonly position: (entry: CatalogEntry) => number;
}

/** A name that the engine does not know at all. */
const unknownMetric: AnalyzerMetric = { name: '', level: 'both', value: 'names' };

interface ResolvedMetric {
  /** Null for a composite. */
  readonly metric: AnalyzerMetric | null;
  readonly customColumn: string | null;
}

function resolveMetric({ config }: Analyzer, { entitySchema }: MonitorDocument): ResolvedMetric {
  if (!('metric' in config)) {
    return { metric: null, customColumn: null };
  }
  const custom = entitySchema?.customMetrics.get(config.metric);
  if (analyzerMetric(config.metric) === null && custom !== undefined) {
    const builtin = analyzerMetric(custom.builtinMetric);
    return { metric: builtin === null ? unknownMetric : { ...builtin, level: 'dataset' }, customColumn: custom.column };
  }
  return { metric: analyzerMetric(config.metric) ?? unknownMetric, customColumn: null };
}

/** Whether an analyzer is about the dataset and not about columns. */
function isOfDataset({ target, config }: Analyzer, { metric, customColumn }: ResolvedMetric): boolean {
  if (isComposite(config) || customColumn !== null) {
    return true;
  }
  return target === null ? metric?.level === 'dataset' : target.type === 'dataset';
}

function namesOf(entries: Iterable<CatalogEntry>): ReadonlySet<string> {
  const lists = new Set<readonly string[]>();
  for (const { columnNames } of entries) {
    lists.add(columnNames);
  }
  return new Set([...lists].flat());
}

function factsOf(names: Iterable<string>, { entitySchema }: MonitorDocument): ColumnFactsOfPlan {
  const discreteness = new Map<string, 'discrete' | 'continuous'>();
  const outputs = new Set<string>();
  const hidden = new Set<string>();
  for (const name of names) {
    const facts = columnFacts(name, entitySchema?.columns.get(name) ?? null, []);
    if (facts.discreteness !== null) {
      discreteness.set(name, facts.discreteness);
    }
    if (facts.classifier === 'output') {
      outputs.add(name);
    }
    if (facts.hidden) {
      hidden.add(name);
    }
  }
  return { discreteness, outputs, hidden };
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

/** Start of the first bucket in which each column of a segment has data. */
function firstDataOf(dataset: DatasetIndex, segment: Segment, granularity: Granularity): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { tags, columnNames, timestampMs } of dataset.entries) {
    if (segment.every(({ key, value }) => tags.some(([k, v]) => k === key && v === value))) {
      const start = bucketStart(timestampMs, granularity);
      // The empty text stands for the dataset: a column of that name has data no sooner.
      for (const name of ['', ...columnNames]) {
        first.set(name, Math.min(first.get(name) ?? start, start));
      }
    }
  }
  return first;
}

function newestArrivalOf(dataset: DatasetIndex, segment: Segment): number | null {
  let newest: number | null = null;
  for (const { tags, arrivalMs } of dataset.entries) {
    if (arrivalMs !== null && segment.every(({ key, value }) => tags.some(([k, v]) => k === key && v === value))) {
      newest = Math.max(newest ?? arrivalMs, arrivalMs);
    }
  }
  return newest;
}

interface SegmentPlanning {
  readonly analyzer: Analyzer;
  readonly metric: AnalyzerMetric | null;
  readonly range: TargetRange;
  readonly request: AnalysisRequest;
  readonly sources: AnalysisSources;
  readonly columns: readonly string[];
}

function planSegment(
  { analyzer, metric, range, request, sources, columns }: SegmentPlanning,
  segment: Segment,
  onChoice: () => void
): AnalysisSegment {
  const { dataset, document, position } = sources;
  const history = new SegmentHistory(dataset, range.granularity, segment);
  const { backfillGrace } = request;
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
  const planning: SegmentPlanning = { analyzer, metric, range, request, sources, columns };
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
