import { parse } from 'tinyduration';
import type { DocumentReader } from './document-reader.ts';
import { foundText } from './document-reader.ts';
import { Refusal } from './refusal.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

/** ISO 8601 durations as a whole; seconds alone may have a fraction, as in the engine. */
const shape = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,9})?S)?)?$/;

/**
 * Reads an ISO 8601 duration of exact length. Weeks are 7 days, which WhyLabs' schema allows and its engine cannot
 * parse; months and years have no exact length and are refused (spec/monitor-config.md 2).
 *
 * @returns ms, null where the key is absent
 * @throws Refusal InvalidJson
 */
export function readDuration(reader: DocumentReader, key: string): number | null {
  const text = reader.text(key);
  if (text === null) {
    return null;
  }
  if (!shape.test(text)) {
    throw new Refusal(
      reader.pathOf(key),
      'duration',
      'InvalidJson',
      `${foundText(text)} is no ISO 8601 duration. Remedy: write it like P1D, PT4H or P1DT18H`
    );
  }
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parse(text);
  if (years > 0 || months > 0) {
    throw new Refusal(
      reader.pathOf(key),
      'duration',
      'InvalidJson',
      `${foundText(text)} counts in ${years > 0 ? 'years' : 'months'}, which have no exact length. ` +
        'Remedy: write it in days, as P30D'
    );
  }
  if (weeks > 0) {
    reader.add(
      'note',
      key,
      'duration',
      `${foundText(text)} counts in weeks, each 7 days here; WhyLabs' engine could not read weeks`
    );
  }
  return weeks * weekMs + days * dayMs + hours * hourMs + minutes * minuteMs + Math.trunc(seconds * secondMs);
}
