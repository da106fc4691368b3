export type ViewErrorCode = 'not-built' | 'port';

/** A page that cannot be served. */
export class ViewError extends Error {
  readonly code: ViewErrorCode;

  constructor(code: ViewErrorCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'ViewError';
    this.code = code;
  }
}
