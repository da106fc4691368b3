import { readAnalyzerSchedule, readCronSchedule, readMonitorSchedule } from './parse-schedule.ts';
import { readExample } from './testing/examples.ts';

const range = { start: '2022-01-01T00:00:00Z', end: '2022-01-02T00:00:00Z' };
const rangeMs = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 2) };

describe('readAnalyzerSchedule', () => {
  it.each([
    [
      { type: 'fixed', cadence: 'weekly' },
      { type: 'fixed', cadence: 'weekly', exclusionRanges: [] },
    ],
    [
      { type: 'fixed', cadence: 'daily', exclusionRanges: [range] },
      { type: 'fixed', cadence: 'daily', exclusionRanges: [rangeMs] },
    ],
    // Batches begin at minute 0, so quarters of an hour are hours.
    [
      { type: 'fixed', cadence: 'PT15M' },
      { type: 'fixed', cadence: 'hourly', exclusionRanges: [] },
    ],
    [
      { type: 'cron', cron: '@daily' },
      { type: 'cron', cron: '0 0 * * *', exclusionRanges: [] },
    ],
    [
      { type: 'cron', cron: '5/2 * * * *', exclusionRanges: [range] },
      { type: 'cron', cron: '5-59/2 * * * *', exclusionRanges: [rangeMs] },
    ],
  ])('reads %j', (schedule, expected) => {
    expect(readExample(schedule, readAnalyzerSchedule)).toEqual({ value: expected, problems: [] });
  });

  it('is null where there is none', () => {
    expect(readAnalyzerSchedule(null)).toBeNull();
  });

  it.each(['', '  ', null, undefined])('is null where the expression %j never matches', (cron) => {
    expect(readExample({ type: 'cron', cron }, readAnalyzerSchedule)).toEqual({
      value: null,
      problems: ['warning x.cron: an empty cron expression never matches. Remedy: write one, such as 0 0 * * *'],
    });
  });

  it.each([
    [
      { type: 'immediate' },
      'x.type',
      'unsupported',
      'IncompatibleTypes',
      'an analyzer cannot have an immediate schedule, only a monitor can. Remedy: {"type": "fixed", "cadence": "daily"} or a cron expression',
    ],
    [
      { type: 'fixed' },
      'x.cadence',
      'missing',
      'ConfigMissingRequiredField',
      'the cadence is missing. Remedy: add one of hourly, daily, weekly, monthly',
    ],
    [
      { cadence: 'daily' },
      'x.type',
      'missing',
      'ConfigMissingRequiredField',
      'the type of the schedule is missing. Remedy: add "fixed" or "cron"',
    ],
    [
      { type: 'fixed', cadence: 'yearly' },
      'x.cadence',
      'unknown-value',
      'InvalidJson',
      '"yearly" is none of hourly, daily, weekly, monthly, PT15M',
    ],
    [{ type: 'often' }, 'x.type', 'unknown-value', 'InvalidJson', '"often" is none of fixed, cron, immediate'],
    [
      { type: 'cron', cron: '61 * * * *' },
      'x.cron',
      'cron',
      'InvalidJson',
      '"61 * * * *" is no cron expression: "61" is no minute (0 to 59, lists, ranges and steps). Remedy: write it like 0 0 * * *',
    ],
  ])('refuses %j', (schedule, ...refusal) => {
    expect(readExample(schedule, readAnalyzerSchedule).refusal).toEqual(refusal);
  });

  it.each(['fixed', 'cron', 'immediate'])('notes unknown keys of a schedule of type %s', (type) => {
    expect(readExample({ type, cadence: 'daily', cron: '@daily', often: 1 }, readMonitorSchedule).problems).toContain(
      'note x.often: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark'
    );
  });
});

describe('readMonitorSchedule', () => {
  it('may be immediate; its exclusion ranges mean nothing, as in the engine', () => {
    expect(readExample({ type: 'immediate', exclusionRanges: [range] }, readMonitorSchedule)).toEqual({
      value: { type: 'immediate' },
      problems: [],
    });
  });
});

describe('readCronSchedule', () => {
  it('reads an exclusion schedule, with or without a type', () => {
    const value = { cron: '0 0 * * 6,0', exclusionRanges: [] };
    expect(readExample({ cron: '0 0 * * 6,0' }, readCronSchedule)).toEqual({ value, problems: [] });
    expect(readExample({ type: 'cron', cron: '0 0 * * 6,0' }, readCronSchedule)).toEqual({ value, problems: [] });
  });
});
