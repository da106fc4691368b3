import type { StoreErrorCode } from '../error.ts';

/** For `toThrow`: a StoreError with exactly this text. */
export function refusal(code: StoreErrorCode, message: string): Error {
  // toThrow takes matchers; its types know errors only.
  return expect.objectContaining({ name: 'StoreError', code, message }) as Error;
}
