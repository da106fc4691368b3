import type { Granularity } from '../../contract/index.ts';
import type { AnalyzerSchedule } from '../document/analyzer-parts.ts';
import { eligibleMs, initialTarget, nextTarget } from './scheduled-target.ts';

const ms = (text: string): number => Date.parse(text);
const fixed = (cadence: Granularity): AnalyzerSchedule => ({ type: 'fixed', cadence, exclusionRanges: [] });
const cron = (text: string): AnalyzerSchedule => ({ type: 'cron', cron: text, exclusionRanges: [] });

const now = ms('2023-12-01T19:00:21Z');

describe('the first target of a new analyzer', () => {
  it('golden 71: of a daily analyzer on an hourly dataset is the day, eligible after its first hour', () => {
    expect(initialTarget(fixed('daily'), now)).toBe(ms('2023-12-01T00:00:00Z'));
    expect(eligibleMs(ms('2023-12-01T00:00:00Z'), 'hourly', null)).toBe(ms('2023-12-01T01:00:00Z'));
  });

  it('golden 72: of an hourly cron expression is the next hour, eligible an hour later', () => {
    expect(initialTarget(cron('0 * * * *'), now)).toBe(ms('2023-12-01T20:00:00Z'));
    expect(eligibleMs(ms('2023-12-01T20:00:00Z'), 'hourly', null)).toBe(ms('2023-12-01T21:00:00Z'));
  });

  it.each<[string, AnalyzerSchedule, string | null]>([
    ['the hour', fixed('hourly'), '2023-12-01T19:00:00Z'],
    ['the week', fixed('weekly'), '2023-11-27T00:00:00Z'],
    ['the month', fixed('monthly'), '2023-12-01T00:00:00Z'],
    ['nothing', cron(''), null],
    ['no day', cron('0 0 30 2 *'), null],
  ])('is %s', (_, schedule, expected) => {
    expect(initialTarget(schedule, now)).toBe(expected === null ? null : ms(expected));
  });
});

it.each<[string, AnalyzerSchedule, string | null]>([
  ['a day', fixed('daily'), '2023-12-02T00:00:00Z'],
  ['a month', fixed('monthly'), '2024-01-01T00:00:00Z'],
  ['the next match', cron('0 0 * * 1'), '2023-12-04T00:00:00Z'],
  ['the match after this one', cron('0 0 * * 5'), '2023-12-08T00:00:00Z'],
  ['none', cron('x'), null],
])('the next target is %s later', (_, schedule, expected) => {
  expect(nextTarget(schedule, ms('2023-12-01'))).toBe(expected === null ? null : ms(expected));
});

it('a weekly analyzer of a daily dataset may look at its Monday from Tuesday on, and a readiness later', () => {
  const monday = ms('2023-11-27');
  expect(eligibleMs(monday, 'daily', null)).toBe(ms('2023-11-28'));
  expect(eligibleMs(monday, 'daily', 86_400_000)).toBe(ms('2023-11-29'));
});
