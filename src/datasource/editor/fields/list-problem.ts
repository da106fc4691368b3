import type { ListState } from '../../use-list.ts';

/** For below a picker whose list could not be read; undefined when all is well. */
export function listProblem(list: ListState<unknown>): string | undefined {
  return list.state === 'failed' ? `The list cannot be read: ${list.reason}. A value can still be typed.` : undefined;
}
