/** HTTP-like statuses of a failed query, health check or resource call (protocol section 2.3). */
export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 499 | 500 | 501 | 502 | 503 | 504;

/** Who is at fault: `plugin` is a bug of ours, `downstream` the query, the remote system or its credentials. */
export type FailureSource = 'plugin' | 'downstream';

/** A failure as a user sees it. `text` must hold no secret: it is shown in panels and in alerts. */
export interface QueryFailure {
  readonly status: FailureStatus;
  readonly source: FailureSource;
  readonly text: string;
}

/**
 * The error that a handler throws to say how its call failed. Other rooms throw their own errors and map them with
 * `describeError`, or throw this one.
 */
export class QueryError extends Error implements QueryFailure {
  /** Stable, for programs; `text` is for people. */
  readonly code: string;
  readonly status: FailureStatus;
  readonly source: FailureSource;

  constructor(code: string, status: FailureStatus, source: FailureSource, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'QueryError';
    this.code = code;
    this.status = status;
    this.source = source;
  }

  get text(): string {
    return this.message;
  }
}
