import type { Granularity, ReadinessClock } from '../../contract/index.ts';
import { batchEnd, type Readiness, readyMs } from './ready-time.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();
const hourMs = 3_600_000;

const readiness = (hours: number | null, readinessClock: ReadinessClock, isPartial = false): Readiness => ({
  dataReadinessDurationMs: hours === null ? null : hours * hourMs,
  readinessClock,
  allowPartialTargetBatches: isPartial,
});

it.each<[string, Granularity, string]>([
  ['2021-09-16T10:00:00Z', 'hourly', '2021-09-16T11:00:00.000Z'],
  ['2021-09-16T10:59:59.999Z', 'hourly', '2021-09-16T11:00:00.000Z'],
  ['2021-09-16', 'daily', '2021-09-17T00:00:00.000Z'],
  ['2021-09-16T12:00:00Z', 'daily', '2021-09-17T00:00:00.000Z'],
  ['2021-09-13', 'weekly', '2021-09-20T00:00:00.000Z'],
  ['2024-02-01', 'monthly', '2024-03-01T00:00:00.000Z'],
])('the batch of %s, %s, ends at %s', (time, granularity, expected) => {
  expect(iso(batchEnd(ms(time), granularity))).toBe(expected);
});

describe('the batch of 2021-09-16, daily, is ready', () => {
  it.each<[string, Readiness, string]>([
    ['guide, no duration: at its end', readiness(null, 'guide'), '2021-09-17T00:00:00.000Z'],
    ['guide, nothing: at its end', readiness(0, 'guide'), '2021-09-17T00:00:00.000Z'],
    ['guide, an hour: at its end', readiness(1, 'guide'), '2021-09-17T00:00:00.000Z'],
    ['guide, a day: at its end', readiness(24, 'guide'), '2021-09-17T00:00:00.000Z'],
    ['guide, 25 hours from its start', readiness(25, 'guide'), '2021-09-17T01:00:00.000Z'],
    ['guide, partial: at its start', readiness(null, 'guide', true), '2021-09-16T00:00:00.000Z'],
    ['guide, partial: an hour from its start', readiness(1, 'guide', true), '2021-09-16T01:00:00.000Z'],
    ['guide, partial: 25 hours from its start', readiness(25, 'guide', true), '2021-09-17T01:00:00.000Z'],
    ['scheduler, no duration: at its end', readiness(null, 'scheduler'), '2021-09-17T00:00:00.000Z'],
    ['scheduler, an hour from its end', readiness(1, 'scheduler'), '2021-09-17T01:00:00.000Z'],
    ['scheduler, a day from its end', readiness(24, 'scheduler'), '2021-09-18T00:00:00.000Z'],
    ['scheduler, partial: at its start', readiness(null, 'scheduler', true), '2021-09-16T00:00:00.000Z'],
    [
      'scheduler, partial: at its start, whatever is waited',
      readiness(25, 'scheduler', true),
      '2021-09-16T00:00:00.000Z',
    ],
  ])('%s', (_, given, expected) => {
    expect(iso(readyMs(ms('2021-09-16'), 'daily', given))).toBe(expected);
  });
});

it('a single profile is ready by its own time', () => {
  const noon = ms('2021-09-16T12:00:00Z');
  expect(iso(readyMs(noon, 'daily', readiness(null, 'guide')))).toBe('2021-09-17T00:00:00.000Z');
  expect(iso(readyMs(noon, 'daily', readiness(24, 'guide')))).toBe('2021-09-17T12:00:00.000Z');
  expect(iso(readyMs(noon, 'daily', readiness(1, 'guide', true)))).toBe('2021-09-16T13:00:00.000Z');
  expect(iso(readyMs(noon, 'daily', readiness(1, 'scheduler')))).toBe('2021-09-17T01:00:00.000Z');
  expect(iso(readyMs(noon, 'daily', readiness(1, 'scheduler', true)))).toBe('2021-09-16T00:00:00.000Z');
});
