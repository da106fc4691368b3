import { createHash } from 'node:crypto';

/** An id that is the same whenever the same message is made: SHA-256 of its parts, as 64 hexadecimal digits. */
export function messageId(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
