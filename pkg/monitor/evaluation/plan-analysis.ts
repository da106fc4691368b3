import { createHash } from 'node:crypto';
import type { AnalyzerMetric } from '../../contract/index.ts';
import { allColumns } from '../../contract/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import type { AnalysisPlan, AnalysisSegment, ColumnFactsOfPlan } from './analysis-plan.ts';
import type { AnalysisRequest, Planning } from './analysis-request.ts';
import { askedColumns, labelledEntries } from './asked-columns.ts';
import { askedSegments } from './asked-segments.ts';
import { chainLength } from './chain-of.ts';
import { asksForData } from './column-targets.ts';
import { isComposite } from './composite-config.ts';
import { needsCounts } from './dataset-value.ts';
import { factsOf, namesOf } from './known-columns.ts';
import type { AnalysisSources, SegmentPlanning } from './plan-segment.ts';
import { planSegment } from './plan-segment.ts';
import { isOfDataset, resolveMetric } from './resolve-metric.ts';
import type { TargetRange } from './target-starts.ts';

/** Raised when a formula changes, so that no result of an older version is taken for one of this. */
export const engineVersion = 1;

/** The analyzers below a composite; one that is not in the document is not there, and is told at each of its targets. */
function childAnalyzers({ config }: Analyzer, { analyzers }: MonitorDocument): readonly Analyzer[] {
  // A composite below a composite could contain itself; a disabled analyzer has no results to look at.
  return isComposite(config)
    ? config.analyzerIds.flatMap((id) =>
        analyzers.filter((child) => child.id === id && !child.disabled && !isComposite(child.config))
      )
    : [];
}

/** True when an analyzer speaks of batches without data, too. */
function judgesAbsence(metric: AnalyzerMetric | null): boolean {
  return metric?.name === 'missingDatapoint' || metric?.name === 'secondsSinceLastUpload';
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

function rangeOf(
  { dataReadinessDurationMs }: Analyzer,
  request: AnalysisRequest,
  document: MonitorDocument
): TargetRange {
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
  const wanted = targetsNothing ? [] : askedSegments(planning);
  const ofDataset = isOfDataset(analyzer, resolved);
  const columns = ofDataset ? [] : askedColumns(planning, base, wanted);
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
