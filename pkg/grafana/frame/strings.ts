import type { JsonColumn, StringColumn } from './column.ts';
import { at } from './element.ts';
import { FrameError } from './frame-error.ts';
import { validityWhere } from './validity.ts';

/** Offsets of a text column are 32-bit (Arrow's Utf8 and Binary; Grafana does not read the large forms). */
export const maxTextBytes = 2 ** 31 - 1;

const encoder = new TextEncoder();

/** The UTF-8 of all texts, one after another, and where each begins. */
export function packTexts(texts: readonly (string | null)[]): { values: Uint8Array; offsets: Int32Array } {
  const rows = texts.map((text) => encoder.encode(text ?? ''));
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  if (total > maxTextBytes) {
    throw new FrameError(
      'too-large',
      `the texts of one column have ${total} bytes; at most ${maxTextBytes} fit: use several frames`
    );
  }
  const values = new Uint8Array(total);
  const offsets = new Int32Array(texts.length + 1);
  let end = 0;
  for (const [row, bytes] of rows.entries()) {
    values.set(bytes, end);
    end += bytes.length;
    offsets[row + 1] = end;
  }
  return { values, offsets };
}

/** A column of texts; null is absent, the empty text is not. */
export function strings(values: readonly (string | null)[]): StringColumn {
  const validity = validityWhere(values.length, (row) => at(values, row) !== null);
  return { kind: 'string', length: values.length, ...packTexts(values), ...validity };
}

function jsonText(value: unknown, row: number): string {
  let text: unknown;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    throw new FrameError('not-json', `value of row ${row} cannot be written as JSON`, { cause: error });
  }
  if (typeof text !== 'string') {
    throw new FrameError('not-json', `value of row ${row} is ${typeof value}, which JSON has no form for`);
  }
  return text;
}

/** A column of JSON values; null is absent. @throws FrameError `not-json` */
export function json(values: readonly unknown[]): JsonColumn {
  const validity = validityWhere(values.length, (row) => at(values, row) !== null);
  const texts = values.map((value, row) => (value === null ? null : jsonText(value, row)));
  return { kind: 'json', length: values.length, ...packTexts(texts), ...validity };
}
