/** ES2026, in Node since 24.3; the library of ES2024 that we compile against does not declare it. */
const { isError: isErrorOfAnyRealm } = Error as unknown as { isError: (value: unknown) => boolean };

/** Whether a value is an error, of this or another realm (errors of Node itself, inside a test runner's sandbox). */
export function isError(value: unknown): value is Error {
  return isErrorOfAnyRealm(value) || value instanceof Error;
}

/** The code of an error of Node, such as `ENOENT`; null for everything else. */
export function codeOf(value: unknown): string | null {
  return isError(value) && 'code' in value && typeof value.code === 'string' ? value.code : null;
}

/** What an error says. */
export function messageOf(value: unknown): string {
  return isError(value) ? value.message : String(value);
}
