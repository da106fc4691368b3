import { type CronSchedule, granularities } from '../../contract/index.ts';
import type { AnalyzerSchedule } from './analyzer-parts.ts';
import { readCronFields } from './cron-fields.ts';
import type { DocumentReader } from './document-reader.ts';
import { foundText } from './document-reader.ts';
import type { MonitorSchedule } from './monitor-parts.ts';
import { Refusal, missing } from './refusal.ts';
import { readTimeRanges } from './time-range.ts';

/**
 * Reads `cron` and `exclusionRanges`. Null where the expression is empty: it never matches.
 *
 * @throws Refusal InvalidJson for an expression that is none
 */
export function readCronSchedule(reader: DocumentReader): CronSchedule | null {
  const cron = reader.text('cron') ?? '';
  const exclusionRanges = readTimeRanges(reader, 'exclusionRanges');
  reader.skip('type');
  reader.noteUnknownKeys();
  if (cron.trim() === '') {
    reader.add(
      'warning',
      'cron',
      'never-runs',
      'an empty cron expression never matches. Remedy: write one, such as 0 0 * * *'
    );
    return null;
  }
  const fields = readCronFields(cron);
  if ('fault' in fields) {
    throw new Refusal(
      reader.pathOf('cron'),
      'cron',
      'InvalidJson',
      `${foundText(cron)} is no cron expression: ${fields.fault}. Remedy: write it like 0 0 * * *`
    );
  }
  return { cron: fields.expression, exclusionRanges };
}

function readFixedSchedule(reader: DocumentReader): AnalyzerSchedule {
  const cadence = reader.oneOf('cadence', [...granularities, 'PT15M']);
  const exclusionRanges = readTimeRanges(reader, 'exclusionRanges');
  reader.noteUnknownKeys();
  if (cadence === null) {
    throw missing(reader.pathOf('cadence'), `the cadence is missing. Remedy: add one of ${granularities.join(', ')}`);
  }
  // Every batch of an hour or more begins at minute 0, so quarters of an hour match what hours match.
  return { type: 'fixed', cadence: cadence === 'PT15M' ? 'hourly' : cadence, exclusionRanges };
}

/**
 * A monitor's schedule; null where it is absent or never matches.
 *
 * @throws Refusal InvalidJson, ConfigMissingRequiredField
 */
export function readMonitorSchedule(reader: DocumentReader | null): MonitorSchedule | null {
  if (reader === null) {
    return null;
  }
  const type = reader.oneOf('type', ['fixed', 'cron', 'immediate']);
  switch (type) {
    case 'fixed':
      return readFixedSchedule(reader);
    case 'cron': {
      const schedule = readCronSchedule(reader);
      return schedule === null ? null : { type, ...schedule };
    }
    case 'immediate':
      reader.skip('exclusionRanges');
      reader.noteUnknownKeys();
      return { type };
    case null:
      throw missing(reader.pathOf('type'), 'the type of the schedule is missing. Remedy: add "fixed" or "cron"');
  }
}

/**
 * An analyzer's schedule; null where it is absent or never matches.
 *
 * @throws Refusal IncompatibleTypes for an immediate schedule, and as readMonitorSchedule
 */
export function readAnalyzerSchedule(reader: DocumentReader | null): AnalyzerSchedule | null {
  const schedule = readMonitorSchedule(reader);
  if (reader !== null && schedule?.type === 'immediate') {
    throw new Refusal(
      reader.pathOf('type'),
      'unsupported',
      'IncompatibleTypes',
      'an analyzer cannot have an immediate schedule, only a monitor can. ' +
        'Remedy: {"type": "fixed", "cadence": "daily"} or a cron expression'
    );
  }
  return schedule?.type === 'immediate' ? null : schedule;
}
