import type { Failure } from '../query/index.ts';
import type { JobFailure } from './messages.ts';

/** A job that failed in a thread, or whose thread ended. */
export class JobError extends Error {
  /** What the asker is told; null for a fault of ours. */
  readonly failure: Failure | null;

  constructor({ failure, detail }: JobFailure) {
    super(detail);
    this.name = 'JobError';
    this.failure = failure;
  }
}

/** What the asker of a query is told of any error that a pool threw; null for a fault of ours. */
export function jobFailure(error: unknown): Failure | null {
  return error instanceof JobError ? error.failure : null;
}
