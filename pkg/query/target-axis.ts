import type { Query } from '../contract/index.ts';
import type { Axis } from '../timeline/index.ts';
import { addBuckets, axisOf, coarsenedAxis, latestCandidates } from '../timeline/index.ts';
import type { BatchRequest } from './request.ts';

/** True when a query is about the newest batch and not about the range. */
export function isLatest(query: Query): boolean {
  return (
    (query.kind === 'metric' && query.mode === 'latest') || (query.kind === 'profile' && query.target === 'latest')
  );
}

/** Grafana's times are nanoseconds in 64 bits: these are the whole years that they reach, epoch ms. */
const [eraStartMs, eraEndMs] = [Date.UTC(1678, 0), Date.UTC(2262, 0)];

/**
 * The buckets that are asked for, before any history.
 *
 * @throws TimelineError for a range of too many
 */
export function targetAxis({ query, fromMs, toMs, maxDataPoints, isAlert }: BatchRequest, evaluationMs: number): Axis {
  if (isLatest(query)) {
    return { size: query.granularity, starts: [...latestCandidates(evaluationMs, query.granularity)].reverse() };
  }
  const [firstMs, lastMs] =
    query.kind === 'profile' && query.target === 'batch' ? [query.batchMs, query.batchMs + 1] : [fromMs, toMs];
  const [startMs, endMs] = [Math.max(firstMs, eraStartMs), Math.min(lastMs, eraEndMs)];
  // A rule asks for its batches whatever the number of points that its model was saved with, and gets completed ones
  // only: the first hours of a day say nothing about the day.
  if (isAlert) {
    const axis = axisOf(startMs, endMs, query.granularity);
    return { size: axis.size, starts: axis.starts.filter((start) => addBuckets(start, axis.size, 1) <= evaluationMs) };
  }
  // A series may be coarser than its batches; what is one value over the range has no reason to be.
  const points = query.kind === 'metric' || query.kind === 'distribution' ? maxDataPoints : Number.MAX_SAFE_INTEGER;
  const axis = coarsenedAxis(startMs, endMs, query.granularity, points);
  // What comes after the moment that the query fixes was not known then.
  return query.asOfMs === null
    ? axis
    : { size: axis.size, starts: axis.starts.filter((start) => start < evaluationMs) };
}
