import type { EnumColumn } from './column.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';
import { validityWhere } from './validity.ts';

/** Indices are 16-bit, so a column has at most this many texts. */
export const maxEnumTexts = 2 ** 16;

/**
 * A column of indices into `texts`; null is absent.
 *
 * @throws FrameError `enum-index` for an index without a text, `too-large` for more than 65536 texts
 */
export function enumeration(indices: Uint16Array | readonly (number | null)[], texts: readonly string[]): EnumColumn {
  if (texts.length > maxEnumTexts) {
    throw new FrameError(
      'too-large',
      `an enumeration has ${texts.length} texts; at most ${maxEnumTexts} have an index`
    );
  }
  for (let row = 0; row < indices.length; row++) {
    const index = at<number | null>(indices, row);
    if (index !== null && !(Number.isInteger(index) && index >= 0 && index < texts.length)) {
      throw new FrameError('enum-index', `index of row ${row} is ${index}; there are ${texts.length} texts`);
    }
  }
  const validity = validityWhere(indices.length, (row) => at<number | null>(indices, row) !== null);
  const values = indices instanceof Uint16Array ? indices : Uint16Array.from(indices, (index) => index ?? 0);
  return { kind: 'enum', length: values.length, values, texts, ...validity };
}
