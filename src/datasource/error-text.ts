import { isFetchError } from '@grafana/runtime';

/** An error of a request in words: the back end's own, where it answered. */
export function errorText(error: unknown): string {
  if (isFetchError<{ message?: unknown }>(error)) {
    const { message } = error.data;
    return typeof message === 'string' && message !== '' ? message : `the server answered ${error.status}`;
  }
  return error instanceof Error ? error.message : String(error);
}
