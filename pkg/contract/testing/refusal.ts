import type { ContractErrorCode } from '../error.ts';

/** For `toThrow`: a ContractError with exactly this place and text. */
export function refusal(code: ContractErrorCode, path: string, text: string): Error {
  const message = path === '' ? text : `${path}: ${text}`;
  // toThrow takes matchers; its types know errors only.
  return expect.objectContaining({ name: 'ContractError', code, path, message }) as Error;
}
