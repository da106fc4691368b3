import type { Query } from '../contract/index.ts';
import { refuseVariables } from '../contract/index.ts';
import type { RejectedObject } from '../store/index.ts';
import { RequestError } from './error.ts';

/** @throws ContractError for a variable in segments that no profile has */
export function refuseSegmentVariables({ segments }: Query): void {
  for (const { key, value } of segments.flat()) {
    refuseVariables('segments', key);
    refuseVariables('segments', value);
  }
}

/** @throws RequestError too-many-series */
export function refuseTooManySeries(columns: number, segments: number, maxSeries: number): void {
  if (columns * segments > maxSeries) {
    throw new RequestError(
      'too-many-series',
      `the query asks for ${columns} columns of ${segments} segments, more than ${maxSeries} series. Remedy: name fewer columns or segments, or ask the operator to raise max_series`
    );
  }
}

/**
 * Most batches, those of all segments together, that one query may look up. Default 2,000,000, about a second of the
 * catalog's thread, which all queries share.
 */
export const maxPlannedBatches = 2_000_000;

/** @throws RequestError too-many-series */
export function refuseTooManyBatches(segments: number, buckets: number): void {
  if (segments * buckets > maxPlannedBatches) {
    throw new RequestError(
      'too-many-series',
      `the query asks for ${buckets} batches of ${segments} segments, together more than ${maxPlannedBatches}. Remedy: choose a shorter range, a coarser granularity or fewer segments`
    );
  }
}

/** @throws RequestError for an alert rule: objects that may belong to its batches are not catalogued */
export function refuseIncompleteKnowledge(datasetId: string, rejected: readonly RejectedObject[]): void {
  const [first] = rejected;
  if (first !== undefined) {
    const objects = rejected.length === 1 ? '1 object' : `${rejected.length} objects`;
    throw new RequestError(
      'incomplete-knowledge',
      `${objects} of dataset ${datasetId} cannot be read and may belong to the batches of this rule: ${first.reason}`
    );
  }
}
