import type { AnomaliesQuery, EngineQuery, EventsQuery, Granularity, MonitorQuery } from '../../contract/index.ts';
import { defaultGranularity } from '../../contract/index.ts';
import type { AnalysisPlan, AnalysisRequest, Analyzer, Monitor, MonitorDocument } from '../../monitor/index.ts';
import { allBuckets, baselineOf, emptyDocument, isSilenced, planAnalysis } from '../../monitor/index.ts';
import type { DatasetIndex, TimelineIndex } from '../../timeline/index.ts';
import { addBuckets, axisOf, bucketStart, evaluationTime } from '../../timeline/index.ts';
import { RequestError } from '../error.ts';
import { MemberList } from '../member-list.ts';
import type { QueryPlan } from '../plan.ts';
import { rejectedNotices } from '../plan-notices.ts';
import { refuseIncompleteKnowledge, refuseTooManyBatches, refuseTooManySeries } from '../plan-refusals.ts';
import type { QueryRequest } from '../request.ts';
import { chooseAnalyzer } from './choose-analyzers.ts';
import type { DocumentLoader } from './load-document.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';
import { tagChanges } from './tag-changes.ts';
import { allUnits } from './unit-names.ts';

/** Buckets before the range in which the former values of a tag are looked for. Default 90: the longest baseline. */
export const tagHistory = 90;

/** A request whose query is one of the engine's. */
export type EngineRequest = QueryRequest & { readonly query: EngineQuery };

/** What a query asks of which analyzers. */
interface Selection {
  readonly analyzers: readonly Analyzer[];
  readonly monitors: readonly Monitor[];
  readonly isInline: boolean;
  readonly isLatest: boolean;
  readonly notices: readonly string[];
}

function monitorsOf({ monitorId }: MonitorQuery, { monitors, datasetId }: MonitorDocument): readonly Monitor[] {
  const enabled = monitors.filter(({ disabled }) => !disabled);
  if (monitorId === null) {
    return enabled;
  }
  const found = monitors.filter(({ id }) => id === monitorId);
  if (found.length === 0) {
    const known = monitors.map(({ id }) => id).join(', ');
    throw new RequestError(
      'unknown-monitor',
      `the monitor document of dataset ${datasetId} has no monitor "${monitorId}"; ${known === '' ? 'it has none' : `it has ${known}`}`
    );
  }
  return found;
}

function selectMonitors(query: MonitorQuery, document: MonitorDocument, nowMs: number): Selection {
  const chosen = monitorsOf(query, document);
  const silent = chosen.filter((monitor) => monitor.disabled || isSilenced(monitor, nowMs));
  const monitors = chosen.filter((monitor) => !silent.includes(monitor));
  const ids = new Set(chosen.flatMap(({ analyzerIds }) => analyzerIds));
  return {
    analyzers: document.analyzers.filter(({ id, disabled }) => ids.has(id) && !disabled),
    monitors,
    isInline: false,
    // A digest on a schedule speaks of the range, all else of the newest batch.
    isLatest:
      query.mode === 'latest' &&
      monitors.every(({ mode, schedule }) => mode.type === 'EVERY_ANOMALY' || schedule?.type === 'immediate'),
    notices: silent.map(({ id }) => `the monitor "${id}" is disabled or in an exclusion range, and says nothing`),
  };
}

function selectAnomalous({ analyzerIds }: AnomaliesQuery, document: MonitorDocument): Selection {
  const chosen =
    analyzerIds === null
      ? document.analyzers.filter(({ disabled }) => !disabled)
      : analyzerIds.map((id) => chooseAnalyzer({ kind: 'id', id }, document, document.granularity).analyzer);
  return { analyzers: chosen, monitors: document.monitors, isInline: false, isLatest: false, notices: [] };
}

async function select(
  query: Exclude<EngineQuery, EventsQuery>,
  documents: DocumentLoader,
  evaluationMs: number
): Promise<{ readonly selection: Selection; readonly document: MonitorDocument }> {
  const { datasetId } = query;
  switch (query.kind) {
    case 'analysis': {
      const found = await (query.analyzer.kind === 'id'
        ? documents.need(datasetId, query.document)
        : documents.load(datasetId, query.document));
      const document = found ?? emptyDocument(datasetId, query.ownGranularity ?? defaultGranularity);
      const granularity = query.ownGranularity ?? document.granularity;
      const { analyzer, isInline, notices } = chooseAnalyzer(query.analyzer, document, granularity);
      const isLatest = query.mode === 'latest';
      return { document, selection: { analyzers: [analyzer], monitors: [], isInline, isLatest, notices } };
    }
    case 'monitor': {
      const document = await documents.need(datasetId, query.document);
      return { document, selection: selectMonitors(query, document, evaluationMs) };
    }
    case 'anomalies': {
      const document = await documents.need(datasetId, query.document);
      return { document, selection: selectAnomalous(query, document) };
    }
  }
}

/** The starts of all buckets that the analyses, and those below them, are judged from. */
function bucketsOf(plans: readonly AnalysisPlan[]): readonly number[] {
  return plans.flatMap((plan) => [
    ...plan.segments.flatMap(({ chains }) => [...allBuckets(plan, chains.flat())]),
    ...bucketsOf(plan.children),
  ]);
}

/** The first and the last bucket that the analyses touch; null without any. */
function extentOf(plans: readonly AnalysisPlan[]): readonly [number, number] | null {
  const starts = bucketsOf(plans);
  const [first] = starts;
  if (first === undefined) {
    return null;
  }
  let [least, most] = [first, first];
  for (const start of starts) {
    least = Math.min(least, start);
    most = Math.max(most, start);
  }
  return [least, most];
}

function referencesOf(plans: readonly AnalysisPlan[]): readonly string[] {
  return plans.flatMap((plan) => {
    const baseline = baselineOf(plan.analyzer.config);
    return [...(baseline?.type === 'Reference' ? [baseline.profileId] : []), ...referencesOf(plan.children)];
  });
}

function countOf(plans: readonly AnalysisPlan[]): number {
  return plans.reduce(
    (sum, plan) => sum + Math.max(1, plan.columns.length) * plan.segments.length + countOf(plan.children),
    0
  );
}

interface Parts {
  readonly request: EngineRequest;
  readonly dataset: DatasetIndex;
  readonly index: TimelineIndex;
  readonly granularity: Granularity;
  readonly evaluationMs: number;
  readonly notices: readonly string[];
  readonly monitoring: MonitoringPlan;
  readonly members: MemberList;
}

function assemble(parts: Parts): QueryPlan {
  const { request, dataset, granularity, monitoring } = parts;
  const extent = extentOf(monitoring.analyses) ?? [request.fromMs, request.toMs];
  const rejected = [
    ...dataset.rejectedNear(extent[0], addBuckets(extent[1], granularity, 1)),
    ...[...new Set(referencesOf(monitoring.analyses))].flatMap((id) => dataset.rejectedOfReference(id)),
  ];
  if (request.isAlert) {
    refuseIncompleteKnowledge(dataset.datasetId, rejected);
  }
  return {
    request,
    size: granularity,
    axis: [],
    members: parts.members.members,
    segments: [],
    columns: allUnits(monitoring.analyses),
    evaluationMs: parts.evaluationMs,
    listedMs: parts.index.listedMs,
    rejected: rejected.length,
    notices: [...parts.notices, ...rejectedNotices(rejected)],
    monitoring,
  };
}

function planEvents(
  request: EngineRequest & { readonly query: EventsQuery },
  index: TimelineIndex,
  evaluationMs: number
): QueryPlan {
  const { query, fromMs, toMs } = request;
  const dataset = index.dataset(query.datasetId);
  const granularity = query.ownGranularity ?? defaultGranularity;
  const firstMs = addBuckets(bucketStart(fromMs, granularity), granularity, -tagHistory);
  const { starts } = axisOf(firstMs, toMs, granularity);
  const changes = tagChanges(dataset, granularity, starts, bucketStart(fromMs, granularity), query.tagKeys);
  const monitoring: MonitoringPlan = { analyses: [], monitors: [], changes };
  return assemble({
    request,
    dataset,
    index,
    granularity,
    evaluationMs,
    notices: [],
    monitoring,
    members: new MemberList(),
  });
}

/**
 * Looks up everything that a query of the engine needs, from one listing of the store.
 *
 * @throws StoreError, TimelineError; RequestError for a document, analyzer or monitor that is not there or cannot be
 *   used, too many series, and for a rule that concerns objects which could not be catalogued
 */
export async function makeMonitoringPlan(
  index: TimelineIndex,
  request: EngineRequest,
  documents: DocumentLoader,
  maxSeries: number
): Promise<QueryPlan> {
  const { query, isAlert, toMs, nowMs } = request;
  const evaluationMs = evaluationTime({ isAlert, toMs, asOfMs: query.asOfMs, nowMs });
  if (query.kind === 'events') {
    return planEvents({ ...request, query }, index, evaluationMs);
  }
  const dataset = index.dataset(query.datasetId);
  const { document, selection } = await select(query, documents, evaluationMs);
  const members = new MemberList();
  const choices = { count: 0 };
  const asked: AnalysisRequest = {
    isInline: selection.isInline,
    fromMs: request.fromMs,
    toMs,
    isLatest: selection.isLatest,
    evaluationMs,
    granularity: query.ownGranularity,
    columns: query.columns,
    segments: query.segmentFilter,
    readinessClock: query.readinessClock,
    backfillGrace: query.backfillGrace,
  };
  const sources = {
    dataset,
    document,
    position: (entry: Parameters<MemberList['position']>[0]) => members.position(entry),
  };
  const analyses = selection.analyzers.map((analyzer) =>
    planAnalysis(analyzer, asked, sources, () => {
      choices.count += 1;
    })
  );
  const granularity = query.ownGranularity ?? document.granularity;
  const series = countOf(analyses);
  refuseTooManySeries(series, 1, maxSeries);
  const batches = analyses.reduce(
    (sum, plan) => sum + plan.segments.reduce((all, { batches: found }) => all + found.size, 0),
    0
  );
  refuseTooManyBatches(1, batches);
  const chosen =
    choices.count > 0
      ? ['the same rows were profiled under several partitions; the one with the fewest keys is judged']
      : [];
  const monitoring: MonitoringPlan = { analyses, monitors: selection.monitors, changes: [] };
  const notices = [...selection.notices, ...chosen];
  return assemble({ request, dataset, index, granularity, evaluationMs, notices, monitoring, members });
}
