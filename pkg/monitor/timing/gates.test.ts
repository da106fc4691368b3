import type { Granularity } from '../../contract/index.ts';
import { closedGate, defaultBackfillGraceMs, type GateFacts } from './gates.ts';

const ms = (text: string): number => Date.parse(text);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = ms('2022-04-01T00:00:00Z');

const open: GateFacts = {
  targetMs: nowMs - 2 * dayMs,
  nowMs,
  granularity: 'daily',
  readiness: { dataReadinessDurationMs: null, readinessClock: 'guide', allowPartialTargetBatches: false },
  backfillGracePeriodDurationMs: null,
  batchCoolDownPeriodMs: null,
  newestArrivalMs: null,
  metric: 'count',
};
const withReadiness = (dataReadinessDurationMs: number): Pick<GateFacts, 'readiness'> => ({
  readiness: { ...open.readiness, dataReadinessDurationMs },
});

const gate = (facts: Partial<GateFacts>): string | null => closedGate({ ...open, ...facts })?.gate ?? null;
const reason = (facts: Partial<GateFacts>): string | null => closedGate({ ...open, ...facts })?.reason ?? null;

it('all gates are open to what asks for nothing', () => {
  expect(closedGate(open)).toBeNull();
});

describe('the age gate', () => {
  it('knows its defaults in days', () => {
    const days = Object.entries(defaultBackfillGraceMs).map(([granularity, time]) => [granularity, time / dayMs]);
    expect(days).toEqual([
      ['hourly', 30],
      ['daily', 30],
      ['weekly', 190],
      ['monthly', 190],
    ]);
  });

  it.each<[Granularity, number, string | null]>([
    ['hourly', 35, 'age'],
    ['monthly', 90, null],
    ['monthly', 365, 'age'],
  ])('golden 74: %s, %d days old: %p', (granularity, days, expected) => {
    expect(gate({ granularity, targetMs: nowMs - days * dayMs })).toBe(expected);
  });

  it.each<[Granularity, number | null, number, string | null]>([
    ['daily', null, 30 * dayMs, null],
    ['daily', null, 30 * dayMs + 1, 'age'],
    ['weekly', null, 190 * dayMs, null],
    ['weekly', null, 190 * dayMs + 1, 'age'],
    ['daily', 90 * dayMs, 90 * dayMs, null],
    ['daily', 90 * dayMs, 90 * dayMs + 1, 'age'],
    ['monthly', dayMs, 40 * dayMs, 'age'],
  ])('%s, grace %p ms, %d ms old: %p', (granularity, grace, ageMs, expected) => {
    expect(gate({ granularity, backfillGracePeriodDurationMs: grace, targetMs: nowMs - ageMs })).toBe(expected);
  });

  it('says what is too old', () => {
    expect(reason({ targetMs: ms('2022-03-01') })).toBe(
      'the batch of 2022-03-01T00:00:00Z is older than the grace period of 30 days. Remedy: raise backfillGracePeriodDuration'
    );
  });
});

describe('the readiness gate', () => {
  it.each<[string, Partial<GateFacts>, string | null]>([
    ['a minute ago: closed', { ...withReadiness(dayMs), targetMs: nowMs - 60_000 }, 'readiness'],
    ['two days ago: open', { ...withReadiness(dayMs), targetMs: nowMs - 2 * dayMs }, null],
    ['without a duration: open', { targetMs: nowMs - 60_000 }, null],
  ])('golden 73: P1D, %s', (_, facts, expected) => {
    expect(gate(facts)).toBe(expected);
  });

  it.each<[string, Partial<GateFacts>, string | null]>([
    ['at the very moment', { ...withReadiness(2 * dayMs) }, null],
    ['a millisecond before', { ...withReadiness(2 * dayMs + 1) }, 'readiness'],
    ['the current batch', { targetMs: nowMs }, 'readiness'],
    [
      'seconds since the last upload wait for none',
      { metric: 'secondsSinceLastUpload', ...withReadiness(9 * dayMs) },
      null,
    ],
    ['by any spelling', { metric: 'SECONDSsincelastupload', ...withReadiness(9 * dayMs) }, null],
    ['a composite waits', { metric: null, ...withReadiness(9 * dayMs) }, 'readiness'],
    ['an unknown metric waits', { metric: 'x', ...withReadiness(9 * dayMs) }, 'readiness'],
  ])('%s', (_, facts, expected) => {
    expect(gate(facts)).toBe(expected);
  });

  it('says when it opens', () => {
    expect(reason(withReadiness(3 * dayMs))).toBe('the batch of 2022-03-30T00:00:00Z is ready at 2022-04-02T00:00:00Z');
  });
});

describe('the cool-down gate', () => {
  it.each<[number | null, number | null, string | null]>([
    [hourMs, null, null],
    [nowMs + dayMs, null, null],
    [null, nowMs, null],
    [null, nowMs + dayMs, null],
    [hourMs, nowMs - hourMs, null],
    [hourMs, nowMs - hourMs + 1, 'cool-down'],
    [hourMs, nowMs + dayMs, 'cool-down'],
    [0, nowMs, null],
  ])('of %p ms, newest arrival %p: %p', (batchCoolDownPeriodMs, newestArrivalMs, expected) => {
    expect(gate({ batchCoolDownPeriodMs, newestArrivalMs })).toBe(expected);
  });

  it('says when it opens', () => {
    expect(reason({ batchCoolDownPeriodMs: hourMs, newestArrivalMs: nowMs - hourMs / 2 })).toBe(
      'a profile of the target or its baseline arrived at 2022-03-31T23:30:00Z; the cool-down period of 1 hour ends at 2022-04-01T00:30:00Z'
    );
  });
});

it('names the first closed gate in their order', () => {
  const closed: GateFacts = {
    ...open,
    ...withReadiness(90 * dayMs),
    backfillGracePeriodDurationMs: dayMs,
    batchCoolDownPeriodMs: hourMs,
    newestArrivalMs: nowMs,
  };
  expect(closedGate(closed)?.gate).toBe('age');
  const young = { ...closed, backfillGracePeriodDurationMs: null };
  expect(closedGate(young)?.gate).toBe('readiness');
  expect(closedGate({ ...young, metric: 'secondsSinceLastUpload' })?.gate).toBe('cool-down');
});
