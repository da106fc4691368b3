import type { Baseline, Query, Segment } from '../contract/index.ts';
import { leftoverVariable, variableName } from '../contract/index.ts';
import type { CatalogEntry } from '../store/index.ts';
import type { Axis, DatasetIndex, TimelineIndex } from '../timeline/index.ts';
import {
  addBuckets,
  batchMembers,
  coarsenedAxis,
  evaluationTime,
  expandSegment,
  latestCandidates,
  withHistory,
} from '../timeline/index.ts';
import { rowDriftWindow } from './column-row.ts';
import { selectColumns } from './columns-of-plan.ts';
import { RequestError } from './error.ts';
import type { PlannedMember, PlannedSegment, QueryPlan } from './plan.ts';
import { planNotices } from './plan-notices.ts';
import type { QueryRequest } from './request.ts';

/** Buckets of history in which the columns and segments of a `latest` answer are looked for, so that a label set
 * stays when its data stop for a while. Default 30: a month of days. */
export const latestLookback = 30;

function baselineOf(query: Query): Baseline | null {
  switch (query.kind) {
    case 'metric':
      return query.metric.kind === 'distance' ? query.baseline : null;
    case 'profile':
      return query.baseline;
    case 'columns':
      return null;
  }
}

function isLatest(query: Query): boolean {
  return (
    (query.kind === 'metric' && query.mode === 'latest') || (query.kind === 'profile' && query.target === 'latest')
  );
}

/** The buckets that are asked for, before any history. */
function targetAxis({ query, fromMs, toMs, maxDataPoints, isAlert }: QueryRequest, evaluationMs: number): Axis {
  if (isLatest(query)) {
    return { size: query.granularity, starts: [...latestCandidates(evaluationMs, query.granularity)].reverse() };
  }
  // A series may be coarser than its batches; what is one value over the range has no reason to be.
  const points = query.kind === 'metric' ? maxDataPoints : Number.MAX_SAFE_INTEGER;
  const axis = coarsenedAxis(fromMs, toMs, query.granularity, points);
  // A rule gets completed batches only: the first hours of a day say nothing about the day.
  const isComplete = (start: number): boolean => addBuckets(start, axis.size, 1) <= evaluationMs;
  return isAlert ? { size: axis.size, starts: axis.starts.filter(isComplete) } : axis;
}

function historyOf(query: Query, baseline: Baseline | null): number {
  const window = query.kind === 'columns' ? rowDriftWindow : baseline?.type === 'TrailingWindow' ? baseline.size : 0;
  return isLatest(query) ? Math.max(window, latestLookback) : window;
}

/** Gives each profile one number, so that a plan names it once however many segments hold it. */
class MemberList {
  readonly members: PlannedMember[] = [];
  readonly #positions = new Map<CatalogEntry, number>();

  positions(entries: readonly CatalogEntry[]): readonly number[] {
    return entries.map((entry) => {
      let position = this.#positions.get(entry);
      if (position === undefined) {
        position = this.members.push({ object: entry.object, index: entry.index, arrivalMs: entry.arrivalMs }) - 1;
        this.#positions.set(entry, position);
      }
      return position;
    });
  }
}

function refuseVariables(segments: readonly Segment[], found: readonly Segment[]): void {
  if (found.length === 0) {
    for (const { key, value } of segments.flat()) {
      const variable = variableName(value) ?? variableName(key);
      if (variable !== null) {
        throw leftoverVariable('segments', variable);
      }
    }
  }
}

function referenceEntries(dataset: DatasetIndex, baseline: Baseline | null): readonly CatalogEntry[] | null {
  if (baseline?.type !== 'Reference') {
    return null;
  }
  const entries = dataset.references.get(baseline.profileId);
  if (entries === undefined) {
    const known = [...dataset.references.keys()].sort();
    throw new RequestError(
      'unknown-reference',
      `dataset ${dataset.datasetId} has no reference profile "${baseline.profileId}"; ${known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`}`
    );
  }
  return entries;
}

/** The positions on the axis that a segment's answer is about. */
function targetOf(query: Query, batches: readonly (readonly number[])[], history: number): readonly [number, number] {
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
export function makePlan(index: TimelineIndex, request: QueryRequest, maxSeries: number): QueryPlan {
  const { query, isAlert } = request;
  const dataset = index.dataset(query.datasetId);
  const evaluationMs = evaluationTime({ isAlert, toMs: request.toMs, asOfMs: query.asOfMs, nowMs: request.nowMs });
  const baseline = baselineOf(query);
  const target = targetAxis(request, evaluationMs);
  const history = historyOf(query, baseline);
  const axis = withHistory(target, history);
  const known = isLatest(query) ? axis.starts : target.starts;
  const entries = dataset.within(axis.size, known);
  const columns = selectColumns(query.columns, dataset, entries);

  const segments = query.segments.flatMap((segment) => expandSegment(entries, segment));
  const reference = referenceEntries(dataset, baseline);
  const list = new MemberList();
  const bySegment = segments.map((segment) =>
    axis.starts.map((start) => batchMembers(dataset.bucket(axis.size, start), segment))
  );
  const planned = segments.map((segment, s): PlannedSegment => {
    const batches = (bySegment[s] ?? []).map(({ members }) => list.positions(members));
    const [targetStart, targetEnd] = targetOf(query, batches, history);
    const ofReference = reference === null ? null : list.positions(batchMembers(reference, segment).members);
    return { segment, batches, reference: ofReference, targetStart, targetEnd };
  });
  const withData = planned.filter(({ batches }) => batches.some((batch) => batch.length > 0));
  refuseVariables(
    query.segments,
    withData.map(({ segment }) => segment)
  );

  const firstMs = axis.starts[0] ?? request.fromMs;
  const lastMs = axis.starts.at(-1) ?? request.toMs;
  const endMs = addBuckets(lastMs, axis.size, 1);
  const rejected = dataset.rejectedNear(firstMs, endMs);
  if (isAlert && rejected[0] !== undefined) {
    throw new RequestError(
      'incomplete-knowledge',
      `${rejected.length} objects of dataset ${dataset.datasetId} cannot be read and may belong to the batches of this rule: ${rejected[0].reason}`
    );
  }
  if (columns.length * withData.length > maxSeries) {
    throw new RequestError(
      'too-many-series',
      `the query asks for ${columns.length} columns of ${withData.length} segments, more than ${maxSeries} series. Remedy: name fewer columns or segments, or ask the operator to raise max_series`
    );
  }

  const notices = planNotices({
    request,
    axis,
    rejected,
    evaluationMs,
    wasChosen: bySegment.flat().some((batch) => batch.wasChosen),
    hasLastBatch: dataset.bucket(axis.size, lastMs).length > 0 && !isLatest(query),
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
  };
}
