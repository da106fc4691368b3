/** What is wrong with a frame. The codes are stable; the texts name the field and the remedy. */
export type FrameErrorCode =
  | 'time-value'
  | 'time-order'
  | 'not-finite'
  | 'not-integer'
  | 'not-json'
  | 'enum-index'
  | 'length'
  | 'labels'
  | 'config'
  | 'meta'
  | 'reserved-type'
  | 'too-large'
  | 'duplicate-identity'
  | 'mixed-types'
  | 'not-a-frame';

/** A frame that Grafana would refuse or misread. Thrown before anything is sent; always a fault of the caller. */
export class FrameError extends Error {
  readonly code: FrameErrorCode;

  constructor(code: FrameErrorCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'FrameError';
    this.code = code;
  }
}
