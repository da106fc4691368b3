import type { EngineQuery, EventsQuery, Granularity } from '../../contract/index.ts';
import { defaultGranularity } from '../../contract/index.ts';
import type { AnalysisRequest } from '../../monitor/index.ts';
import { planAnalysis } from '../../monitor/index.ts';
import type { DatasetIndex, TimelineIndex } from '../../timeline/index.ts';
import { addBuckets, axisOf, bucketStart, evaluationTime } from '../../timeline/index.ts';
import { MemberList } from '../member-list.ts';
import type { QueryPlan } from '../plan.ts';
import { rejectedNotices } from '../plan-notices.ts';
import {
  refuseIncompleteKnowledge,
  refuseSegmentVariables,
  refuseTooManyBatches,
  refuseTooManySeries,
} from '../plan-refusals.ts';
import type { QueryRequest } from '../request.ts';
import { lintNotices } from './lint-remarks.ts';
import type { DocumentLoader } from './load-document.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';
import { countOf, extentOf, referencesOf } from './plan-extent.ts';
import { selectAnalyzers } from './select-analyzers.ts';
import { tagChanges } from './tag-changes.ts';
import { segmentNotices } from './segment-notices.ts';
import { allUnits } from './unit-names.ts';

/** Buckets before the range in which the former values of a tag are looked for. Default 90: the longest baseline. */
export const tagHistory = 90;

/** A request whose query is one of the engine's. */
export type EngineRequest = QueryRequest & { readonly query: EngineQuery };

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
  const monitoring: MonitoringPlan = { analyses: [], monitors: [], silent: [], changes };
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
  const { document, selection } = await selectAnalyzers(query, documents, evaluationMs);
  const members = new MemberList();
  const choices = { count: 0 };
  const asked: AnalysisRequest = {
    isInline: selection.isInline,
    fromMs: request.fromMs,
    toMs,
    isLatest: false,
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
  const analyses = selection.runs.map(({ analyzer, isLatest }) =>
    planAnalysis(analyzer, { ...asked, isLatest }, sources, () => {
      choices.count += 1;
    })
  );
  if (analyses.every(({ segments }) => segments.every(({ batches }) => batches.size === 0))) {
    refuseSegmentVariables(query);
  }
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
  const { monitors, silent } = selection;
  const monitoring: MonitoringPlan = { analyses, monitors, silent, changes: [] };
  const lints = query.kind === 'analysis' ? analyses.flatMap(lintNotices) : [];
  const notices = [...selection.notices, ...segmentNotices(analyses, query), ...chosen, ...lints];
  return assemble({ request, dataset, index, granularity, evaluationMs, notices, monitoring, members });
}
