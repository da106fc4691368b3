import type { TimeRange } from '../../contract/index.ts';
import { isoTimeMs } from '../../contract/index.ts';
import type { DocumentReader } from './document-reader.ts';
import { foundText } from './document-reader.ts';
import { Refusal, missing } from './refusal.ts';

function hint(text: string): string {
  if (/T\d{2}:\d{2}(:\d{2})?:\d{3}/.test(text)) {
    return 'put a point before the milliseconds, as in 2022-02-25T00:00:00.000Z';
  }
  return /^\d{4}-\d{2}-\d{2}(T[\d:.]*)?$/.test(text)
    ? 'say where, as in 2022-02-25T00:00:00Z'
    : 'write it like 2022-02-25T00:00:00Z';
}

/** A point in time with its offset from UTC, epoch ms. */
function readTime(reader: DocumentReader, key: string): number {
  const text = reader.text(key);
  if (text === null) {
    throw missing(reader.pathOf(key), 'the time is missing. Remedy: write it like 2022-02-25T00:00:00Z');
  }
  // A day alone is refused there, too.
  const time = text.includes('T') ? isoTimeMs(text) : null;
  if (time === null) {
    throw new Refusal(
      reader.pathOf(key),
      'time',
      'InvalidJson',
      `${foundText(text)} is no time. Remedy: ${hint(text)}`
    );
  }
  return time;
}

/**
 * `{start, end}`, half-open. A range that ends before it begins holds nothing, with a warning.
 *
 * @throws Refusal InvalidJson, ConfigMissingRequiredField
 */
export function readTimeRange(reader: DocumentReader): TimeRange {
  const range = { startMs: readTime(reader, 'start'), endMs: readTime(reader, 'end') };
  if (range.endMs <= range.startMs) {
    reader.problems.add(
      'warning',
      reader.path,
      'never-runs',
      'the range ends where it begins or earlier, so nothing lies in it. Remedy: swap start and end'
    );
  }
  reader.noteUnknownKeys();
  return range;
}

/** Reads a list of time ranges; empty where it is absent. @throws Refusal as readTimeRange */
export function readTimeRanges(reader: DocumentReader, key: string): readonly TimeRange[] {
  return reader.objects(key)?.map(readTimeRange) ?? [];
}
