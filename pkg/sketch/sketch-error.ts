/**
 * Why a sketch was refused.
 *
 * - `truncated`: the bytes end before what their header declares
 * - `corrupt`: the bytes contradict themselves
 * - `unsupported`: a well-formed image of a kind that is not read here
 * - `limit`: a declared size exceeds what the format or a JavaScript number can hold
 * - `argument`: the caller's fault (a rank outside 0 to 1, splits that do not ascend, no sketch at all)
 */
export type SketchErrorCode = 'truncated' | 'corrupt' | 'unsupported' | 'limit' | 'argument';

/** The only error this room throws. */
export class SketchError extends Error {
  readonly code: SketchErrorCode;
  /** Byte position of the fault, counted from the first byte of the sketch; null when no byte is to blame. */
  readonly offset: number | null;

  constructor(code: SketchErrorCode, message: string, offset: number | null = null) {
    super(message);
    this.name = 'SketchError';
    this.code = code;
    this.offset = offset;
  }
}
