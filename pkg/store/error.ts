export type StoreErrorCode =
  'no-roots' | 'outside-roots' | 'not-found' | 'forbidden' | 'changed' | 'limit' | 'unreadable' | 'unknown-dataset';

/** A profile store that cannot be reached or read, or a dataset that is not in it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** True for a StoreError of any copy of this module. */
export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && error.name === 'StoreError' && 'code' in error;
}
