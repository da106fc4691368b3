import type { Granularity, TimeRange } from '../../contract/index.ts';
import type { MonitorSchedule } from '../document/monitor-parts.ts';
import { isExcluded, matchesSchedule } from './schedule.ts';

const ms = (text: string): number => Date.parse(text);
const range = (start: string, end: string): TimeRange => ({ startMs: ms(start), endMs: ms(end) });
const fixed = (cadence: Granularity, exclusionRanges: TimeRange[] = []): MonitorSchedule => ({
  type: 'fixed',
  cadence,
  exclusionRanges,
});

describe('exclusion ranges', () => {
  const ranges = [range('2021-11-01', '2021-11-02'), range('2021-12-01', '2021-12-02')];

  it.each([
    ['2021-10-31T23:59:59.999Z', false],
    ['2021-11-01T00:00:00.000Z', true],
    ['2021-11-01T23:59:59.999Z', true],
    ['2021-11-02T00:00:00.000Z', false],
    ['2021-12-01T12:00:00.000Z', true],
  ])('hold their start and not their end: %s %p', (time, expected) => {
    expect(isExcluded(ranges, ms(time))).toBe(expected);
  });

  it('may be none, empty or reversed, and then exclude nothing', () => {
    expect(isExcluded([], 0)).toBe(false);
    expect(isExcluded([range('2021-11-01', '2021-11-01')], ms('2021-11-01'))).toBe(false);
    expect(isExcluded([range('2021-11-02', '2021-11-01')], ms('2021-11-01T12:00:00Z'))).toBe(false);
    expect(isExcluded(ranges, NaN)).toBe(false);
  });
});

describe('a fixed schedule', () => {
  // 2022-04-04 is a Monday, 2022-08-01 a Monday and the first of its month. Minutes count for hours only.
  it.each<[Granularity, string, boolean]>([
    ['hourly', '2022-04-04T13:00:00Z', true],
    ['hourly', '2022-04-04T13:00:59Z', true],
    ['hourly', '2022-04-04T13:01:00Z', false],
    ['hourly', '2022-04-04T12:59:59Z', false],
    ['daily', '2022-04-05T00:00:00Z', true],
    ['daily', '2022-04-05T00:59:59Z', true],
    ['daily', '2022-04-05T01:00:00Z', false],
    ['daily', '2022-04-04T23:59:59Z', false],
    ['weekly', '2022-04-03T00:00:00Z', false],
    ['weekly', '2022-04-05T00:00:00Z', false],
    ['weekly', '1969-12-29T00:30:00Z', true],
    ['monthly', '2022-04-01T00:00:00Z', true],
    ['monthly', '2022-04-01T00:30:00Z', true],
    ['monthly', '2022-04-01T01:00:00Z', false],
    ['monthly', '2022-04-02T00:00:00Z', false],
    ['monthly', '2022-08-01T00:00:00Z', true],
  ])('%s at %s: %p', (cadence, time, expected) => {
    expect(matchesSchedule(fixed(cadence), ms(time))).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['2022-04-04T00:00:00Z', true],
    ['2022-04-02T00:00:00Z', false],
    ['2022-04-04T14:00:00Z', false],
    ['2022-04-04T02:00:00Z', false],
  ])('golden 70: weekly at %s: %p', (time, expected) => {
    expect(matchesSchedule(fixed('weekly'), ms(time))).toBe(expected);
  });

  it('does not hold inside its exclusion ranges', () => {
    const schedule = fixed('daily', [range('2022-04-04', '2022-04-05')]);
    expect(['2022-04-03', '2022-04-04', '2022-04-05'].map((day) => matchesSchedule(schedule, ms(day)))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a cron schedule', () => {
  it.each<[string, boolean]>([
    ['2021-11-13T19:00:21Z', false],
    ['2021-12-01T19:00:21Z', true],
    ['2021-12-01T17:00:00Z', false],
    ['2021-12-01T21:00:00Z', false],
    ['2023-12-01T19:00:21Z', false],
  ])('golden 69: 19 hours with exclusions, at %s: %p', (time, expected) => {
    const exclusionRanges = [range('2000-01-01', '2021-11-21'), range('2022-01-02', '2100-01-01')];
    const schedule = { type: 'cron', cron: '0 19 * * *', exclusionRanges } as const;
    expect(matchesSchedule(schedule, ms(time))).toBe(expected);
  });

  it('that cannot be read never holds', () => {
    expect(matchesSchedule({ type: 'cron', cron: '', exclusionRanges: [] }, 0)).toBe(false);
  });
});

it('an immediate schedule always holds, no schedule never', () => {
  expect(matchesSchedule({ type: 'immediate' }, ms('2022-04-04T13:13:13Z'))).toBe(true);
  expect(matchesSchedule(null, ms('2022-04-04'))).toBe(false);
});
