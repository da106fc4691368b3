export type TimelineErrorCode = 'too-many-buckets';

/** A range that cannot be divided into batches. */
export class TimelineError extends Error {
  readonly code: TimelineErrorCode;

  constructor(code: TimelineErrorCode, text: string) {
    super(text);
    this.name = 'TimelineError';
    this.code = code;
  }
}

/** True for a TimelineError of any copy of this module. */
export function isTimelineError(error: unknown): error is TimelineError {
  return error instanceof Error && error.name === 'TimelineError' && 'code' in error;
}
