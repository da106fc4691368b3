/** Why a model or a setting cannot be used. `path` names the place in the JSON, `text` the remedy. */
export type ContractErrorCode = 'missing' | 'wrong-type' | 'unknown-value' | 'out-of-range' | 'variable';

/** A query model, a setting or a resource payload that breaks the contract. The sender is at fault, never the store. */
export class ContractError extends Error {
  readonly code: ContractErrorCode;
  /** Place in the JSON, as in `columns.include[0]`; empty for the whole. */
  readonly path: string;

  constructor(code: ContractErrorCode, path: string, text: string) {
    super(path === '' ? text : `${path}: ${text}`);
    this.name = 'ContractError';
    this.code = code;
    this.path = path;
  }
}

/** True for a ContractError of any copy of this module (a worker bundle has its own). */
export function isContractError(error: unknown): error is ContractError {
  return error instanceof Error && error.name === 'ContractError' && 'code' in error && 'path' in error;
}
