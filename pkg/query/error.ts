export type RequestErrorCode =
  | 'ambiguous-dataset'
  | 'unknown-column'
  | 'unknown-reference'
  | 'too-many-series'
  | 'incomplete-knowledge'
  | 'unreadable-profile'
  | 'bad-option'
  | 'no-document'
  | 'bad-document'
  | 'unknown-analyzer'
  | 'unknown-monitor'
  | 'cancelled';

/** A query that is well formed and cannot be answered from this store. */
export class RequestError extends Error {
  readonly code: RequestErrorCode;

  constructor(code: RequestErrorCode, text: string) {
    super(text);
    this.name = 'RequestError';
    this.code = code;
  }
}

/** True for a RequestError of any copy of this module. */
export function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && error.name === 'RequestError' && 'code' in error;
}
