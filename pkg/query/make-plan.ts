import type { Baseline, BatchQuery, Segment } from '../contract/index.ts';
import { refuseVariables } from '../contract/index.ts';
import type { CatalogEntry } from '../store/index.ts';
import type { Axis, DatasetIndex, TimelineIndex } from '../timeline/index.ts';
import { addBuckets, batchMembers, evaluationTime, expandSegment, withHistory } from '../timeline/index.ts';
import { rowDriftWindow } from './column-row.ts';
import { selectColumns } from './columns-of-plan.ts';
import { extent } from './extent.ts';
import { RequestError } from './error.ts';
import { MemberList } from './member-list.ts';
import type { PlannedSegment, QueryPlan } from './plan.ts';
import { planNotices } from './plan-notices.ts';
import {
  refuseIncompleteKnowledge,
  refuseSegmentVariables,
  refuseTooManyBatches,
  refuseTooManySeries,
} from './plan-refusals.ts';
import type { BatchRequest } from './request.ts';
import { isLatest, targetAxis } from './target-axis.ts';

/** Buckets of history in which the columns and segments of a `latest` answer are looked for, so that a label set
 * stays when its data stop for a while. Default 30: a month of days. */
export const latestLookback = 30;

function baselineOf(query: BatchQuery): Baseline | null {
  switch (query.kind) {
    case 'metric':
      return query.metric.kind === 'distance' ? query.baseline : null;
    case 'profile':
      return query.baseline;
    case 'distribution':
    case 'columns':
      return null;
  }
}

/** Buckets before each target that its value stands on. */
function windowOf(query: BatchQuery, baseline: Baseline | null): number {
  if (query.kind === 'columns') {
    return rowDriftWindow;
  }
  return baseline?.type === 'TrailingWindow' ? baseline.size : 0;
}

/** The segments that a query means, each once: `*` beside a value stands for that value too. */
function expandSegments(query: BatchQuery, entries: readonly CatalogEntry[]): readonly Segment[] {
  const expanded = query.segments.flatMap((segment) => expandSegment(entries, segment));
  return [...new Map(expanded.map((segment) => [JSON.stringify(segment), segment])).values()];
}

function referenceEntries(dataset: DatasetIndex, baseline: Baseline | null): readonly CatalogEntry[] | null {
  if (baseline?.type !== 'Reference') {
    return null;
  }
  const entries = dataset.references.get(baseline.profileId);
  if (entries === undefined) {
    const [broken] = dataset.rejectedOfReference(baseline.profileId);
    if (broken !== undefined) {
      throw new RequestError(
        'unreadable-profile',
        `the reference profile "${baseline.profileId}" of dataset ${dataset.datasetId} cannot be read: ${broken.reason}`
      );
    }
    refuseVariables('baseline.profileId', baseline.profileId);
    const known = [...dataset.references.keys()].sort();
    throw new RequestError(
      'unknown-reference',
      `dataset ${dataset.datasetId} has no reference profile "${baseline.profileId}"; ${known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`}`
    );
  }
  return entries;
}

/**
 * The profiles that say which columns and segments there are: those of the range; of `latest` those it looks back on;
 * of a comparison those of both sides, so that a target that is missing is told.
 */
function concernedEntries(
  { query }: BatchRequest,
  dataset: DatasetIndex,
  { target, axis, reference }: { target: Axis; axis: Axis; reference: readonly CatalogEntry[] | null }
): readonly CatalogEntry[] {
  if (query.kind !== 'profile') {
    return dataset.within(axis.size, isLatest(query) ? axis.starts : target.starts);
  }
  return axis.starts.length === 0 ? [] : [...dataset.within(axis.size, axis.starts), ...(reference ?? [])];
}

/** The positions on the axis that a segment's answer is about. */
function targetOf(
  query: BatchQuery,
  batches: readonly (readonly number[])[],
  history: number
): readonly [number, number] {
  if (!isLatest(query)) {
    return [history, batches.length];
  }
  for (let i = batches.length - 1; i >= history; i -= 1) {
    if ((batches[i]?.length ?? 0) > 0) {
      return [i, i + 1];
    }
  }
  return [batches.length, batches.length];
}

/**
 * Looks up everything that a query needs, from one listing of the store.
 *
 * @throws StoreError unknown-dataset; ContractError for a leftover variable; TimelineError; RequestError for an unknown
 *   column or reference, too many series, and for a rule that concerns objects which could not be catalogued
 */
export function makePlan(index: TimelineIndex, request: BatchRequest, maxSeries: number): QueryPlan {
  const { query, isAlert } = request;
  const dataset = index.dataset(query.datasetId);
  const evaluationMs = evaluationTime({ isAlert, toMs: request.toMs, asOfMs: query.asOfMs, nowMs: request.nowMs });
  const baseline = baselineOf(query);
  const target = targetAxis(request, evaluationMs);
  const window = windowOf(query, baseline);
  const history = isLatest(query) ? Math.max(window, latestLookback) : window;
  const axis = withHistory(target, history);
  const reference = referenceEntries(dataset, baseline);
  const entries = concernedEntries(request, dataset, { target, axis, reference });
  const columns = selectColumns(query.columns, dataset, entries);
  const segments = expandSegments(query, entries);
  // Before the batches are looked up: that costs time for each segment and bucket.
  refuseTooManySeries(columns.length, segments.length, maxSeries);
  refuseTooManyBatches(segments.length, axis.starts.length);

  const list = new MemberList();
  let wasChosen = false;
  const planned = segments.map((segment): PlannedSegment => {
    const batches = axis.starts.map((start) => {
      const batch = batchMembers(dataset.bucket(axis.size, start), segment);
      wasChosen ||= batch.wasChosen;
      return list.positions(batch.members);
    });
    const [targetStart, targetEnd] = targetOf(query, batches, history);
    const readStart = targetStart === targetEnd ? targetStart : targetStart - window;
    const ofReference = reference === null ? null : list.positions(batchMembers(reference, segment).members);
    return { segment, batches, reference: ofReference, readStart, targetStart, targetEnd };
  });
  const withData = planned.filter(
    ({ batches, reference: ofReference }) =>
      batches.some((batch) => batch.length > 0) || (query.kind === 'profile' && (ofReference?.length ?? 0) > 0)
  );
  if (withData.length === 0) {
    refuseSegmentVariables(query);
  }

  // What a `latest` answer looks back on for its labels alone is of no concern to its values.
  const firstMs = axis.starts[history - window] ?? request.fromMs;
  const lastMs = axis.starts.at(-1) ?? request.toMs;
  const rejected = [
    ...dataset.rejectedNear(firstMs, addBuckets(lastMs, axis.size, 1)),
    ...(baseline?.type === 'Reference' ? dataset.rejectedOfReference(baseline.profileId) : []),
  ];
  if (isAlert) {
    refuseIncompleteKnowledge(dataset.datasetId, rejected);
  }

  const isOfRange = !isLatest(query) && !(query.kind === 'profile' && query.target === 'batch');
  const isEmpty = target.starts.every((start) => dataset.bucket(axis.size, start).length === 0);
  const notices = planNotices({
    request,
    axis,
    rejected,
    evaluationMs,
    wasChosen,
    hasLastBatch: dataset.bucket(axis.size, lastMs).length > 0 && !isLatest(query),
    elsewhere: isOfRange && isEmpty ? extent(dataset.entries) : null,
  });
  return {
    request,
    size: axis.size,
    axis: axis.starts,
    members: list.members,
    segments: withData,
    columns: entries.length === 0 ? [] : columns,
    evaluationMs,
    listedMs: index.listedMs,
    rejected: rejected.length,
    notices,
    monitoring: null,
  };
}
