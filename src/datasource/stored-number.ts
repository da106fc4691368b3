import type { StoredNumber } from './model.ts';

/** What is stored for a typed text: a number where it is one, nothing for an empty text, else the text itself. */
export function storedNumber(text: string): StoredNumber | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return undefined;
  }
  const value = Number(trimmed);
  // "1." and "1e" are on their way to a number; what they were typed as must stay in the field.
  return Number.isFinite(value) && String(value) === trimmed ? value : text;
}

/** A choice of a list, or a whole number that was typed in its place. */
export function numberOrText(text: string): StoredNumber {
  return /^\d+$/.test(text) ? Number(text) : text;
}
