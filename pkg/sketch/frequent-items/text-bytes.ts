import { u8 } from '../element.ts';

/*
 * Texts as UTF-8 bytes inside greater arrays, without making strings of them.
 */

/** A hash of bytes[start..end): FNV-1a, its bits mixed once more. It never leaves the process. */
export function hashText(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ u8(bytes, i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Whether left[leftStart..leftEnd) and right[rightStart..rightEnd) are the same bytes. */
export function isSameText(
  left: Uint8Array,
  leftStart: number,
  leftEnd: number,
  right: Uint8Array,
  rightStart: number,
  rightEnd: number
): boolean {
  if (leftEnd - leftStart !== rightEnd - rightStart) return false;
  for (let i = leftStart, j = rightStart; i < leftEnd; i++, j++) {
    if (u8(left, i) !== u8(right, j)) return false;
  }
  return true;
}

/** Order of two texts in one array. The order of UTF-8 bytes is that of code points. */
export function compareTexts(
  bytes: Uint8Array,
  leftStart: number,
  leftEnd: number,
  rightStart: number,
  rightEnd: number
): number {
  const common = Math.min(leftEnd - leftStart, rightEnd - rightStart);
  for (let i = 0; i < common; i++) {
    const difference = u8(bytes, leftStart + i) - u8(bytes, rightStart + i);
    if (difference !== 0) return difference;
  }
  return leftEnd - leftStart - (rightEnd - rightStart);
}
