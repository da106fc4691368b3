import type { AnalyzerBaseline } from '../../contract/index.ts';
import type { DocumentReader } from './document-reader.ts';
import { readCronSchedule } from './parse-schedule.ts';
import { refuseTooManyBuckets } from './bucket-limit.ts';
import { Refusal, missing } from './refusal.ts';
import { readTimeRange, readTimeRanges } from './time-range.ts';

/** Buckets of a trailing window without a size: the engine's default, a week of days. */
export const defaultWindowSize = 7;

/** Sizes that WhyLabs' schema lets an editor save; its engine takes any. */
export const savedWindowSizes = { min: 4, max: 90 } as const;

function readTrailingWindow(reader: DocumentReader): AnalyzerBaseline {
  const size = reader.integer('size') ?? defaultWindowSize;
  if (size < 1) {
    throw new Refusal(
      reader.pathOf('size'),
      'out-of-range',
      'InvalidJson',
      `a window of ${size} buckets holds nothing. Remedy: ${savedWindowSizes.min} to ${savedWindowSizes.max}`
    );
  }
  refuseTooManyBuckets(reader.pathOf('size'), size);
  if (size < savedWindowSizes.min || size > savedWindowSizes.max) {
    reader.add(
      'note',
      'size',
      'lenient',
      `WhyLabs lets a document be saved with ${savedWindowSizes.min} to ${savedWindowSizes.max} buckets; ${size} are evaluated all the same`
    );
  }
  if (reader.has('offset')) {
    reader.add('note', 'offset', 'lenient', "ignored, as by WhyLabs' engine: the window ends just before the target");
  }
  const schedule = reader.object('exclusionSchedule');
  const baseline = {
    type: 'TrailingWindow',
    size,
    exclusionRanges: readTimeRanges(reader, 'exclusionRanges'),
    exclusionSchedule: schedule === null ? null : readCronSchedule(schedule),
  } as const;
  reader.skip('inheritSegment', 'datasetId');
  return baseline;
}

function readCurrentBatch(reader: DocumentReader): AnalyzerBaseline {
  const offset = reader.integer('offset');
  reader.skip('datasetId', 'inheritSegment');
  if (offset === null) {
    throw missing(
      reader.pathOf('offset'),
      'CurrentBatch needs the number of buckets before the target. Remedy: add offset, such as 1; 0 is the target itself'
    );
  }
  if (offset < 0) {
    throw new Refusal(
      reader.pathOf('offset'),
      'out-of-range',
      'InvalidJson',
      `${offset} lies after the target. Remedy: 0 for the target itself, 1 for the bucket before it`
    );
  }
  refuseTooManyBuckets(reader.pathOf('offset'), offset);
  return { type: 'CurrentBatch', offset };
}

/**
 * Reads a baseline (spec/monitor-config.md 4). Null where it is absent.
 *
 * @throws Refusal InvalidJson, ConfigMissingRequiredField
 */
export function readBaseline(config: DocumentReader): AnalyzerBaseline | null {
  const reader = config.object('baseline');
  if (reader === null) {
    return null;
  }
  const baseline = readByType(reader);
  reader.noteUnknownKeys();
  return baseline;
}

function readByType(reader: DocumentReader): AnalyzerBaseline {
  const type = reader.oneOf('type', ['TrailingWindow', 'TimeRange', 'Reference', 'CurrentBatch']);
  switch (type) {
    case 'TrailingWindow':
      return readTrailingWindow(reader);
    case 'TimeRange': {
      const range = reader.object('range');
      reader.skip('inheritSegment', 'datasetId');
      if (range === null) {
        throw missing(reader.pathOf('range'), 'TimeRange needs a range. Remedy: add range with start and end');
      }
      return { type, range: readTimeRange(range) };
    }
    case 'Reference': {
      const profileId = reader.text('profileId');
      reader.skip('inheritSegment', 'datasetId');
      if (profileId === null || profileId === '') {
        throw missing(reader.pathOf('profileId'), 'Reference needs a profile. Remedy: add profileId');
      }
      return { type, profileId };
    }
    case 'CurrentBatch':
      return readCurrentBatch(reader);
    case null:
      throw missing(
        reader.pathOf('type'),
        'the type of the baseline is missing. Remedy: add TrailingWindow, TimeRange, Reference or CurrentBatch'
      );
  }
}

/** @throws Refusal ConfigMissingRequiredField where there is no baseline, and as readBaseline */
export function needBaseline(config: DocumentReader): AnalyzerBaseline {
  const baseline = readBaseline(config);
  if (baseline === null) {
    throw missing(
      config.pathOf('baseline'),
      'this analyzer needs a baseline. Remedy: add one, such as {"type": "TrailingWindow", "size": 7}'
    );
  }
  return baseline;
}
