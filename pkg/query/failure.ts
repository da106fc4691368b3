import { isContractError } from '../contract/index.ts';
import type { StoreErrorCode } from '../store/index.ts';
import { isStoreError } from '../store/index.ts';
import { isTimelineError } from '../timeline/index.ts';
import type { RequestErrorCode } from './error.ts';
import { isRequestError } from './error.ts';

/** HTTP-like statuses that queries end with. */
export type FailureStatus = 400 | 403 | 404 | 499 | 500 | 502 | 503;

/**
 * What the asker is told. `downstream` means the query, the store or its settings, `plugin` a fault of ours.
 * Plain data: it travels between threads.
 */
export interface Failure {
  readonly status: FailureStatus;
  readonly source: 'plugin' | 'downstream';
  readonly text: string;
}

const storeStatus: Readonly<Record<StoreErrorCode, FailureStatus>> = {
  'no-roots': 403,
  'outside-roots': 403,
  'not-found': 404,
  'unknown-dataset': 404,
  forbidden: 403,
  changed: 503,
  limit: 400,
  unreadable: 502,
};

const requestStatus: Readonly<Record<RequestErrorCode, FailureStatus>> = {
  'ambiguous-dataset': 400,
  'unknown-column': 404,
  'unknown-reference': 404,
  'too-many-series': 400,
  'incomplete-knowledge': 503,
  'unreadable-profile': 503,
  'bad-option': 400,
  'no-document': 404,
  'bad-document': 400,
  'unknown-analyzer': 404,
  'unknown-monitor': 404,
  cancelled: 499,
};

/** The status and the text for any error of the rooms below; null for one that none of them throws on purpose. */
export function knownFailure(error: unknown): Failure | null {
  if (isContractError(error) || isTimelineError(error)) {
    return { status: 400, source: 'downstream', text: error.message };
  }
  if (isStoreError(error)) {
    return { status: storeStatus[error.code], source: 'downstream', text: error.message };
  }
  if (isRequestError(error)) {
    return { status: requestStatus[error.code], source: 'downstream', text: error.message };
  }
  return null;
}
