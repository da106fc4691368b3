/** The code of an error of the operating system, such as ENOENT. Not by `instanceof`: realms have their own Error. */
export function hasSystemCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
