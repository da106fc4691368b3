import type { VerdictState } from '../../contract/index.ts';
import { verdictState } from './verdict-state.ts';

const start = Date.parse('2021-09-16T00:00:00Z');
const hourMs = 3_600_000;
const end = start + 24 * hourMs;

/** Hours after the batch's start: ready, evaluated, newest arrival. */
it.each<[string, number, number, number | null, VerdictState]>([
  ['before its end', 24, 23.9, 1, 'provisional'],
  ['at its end', 24, 24, 1, 'final'],
  ['at its end, nothing there', 24, 24, null, 'final'],
  ['before it is ready', 48, 47.9, 1, 'provisional'],
  ['before it is ready, a late profile', 48, 47.9, 47, 'provisional'],
  ['once it is ready', 48, 48, 47, 'final'],
  ['an arrival at the very moment', 48, 60, 48, 'final'],
  ['an arrival after it', 48, 60, 48.1, 'changed'],
  ['an arrival after the evaluation too', 48, 60, 61, 'changed'],
  ['a partial batch, ready and not complete', 0, 12, 11, 'provisional'],
  ['a partial batch, complete', 0, 24, 24, 'final'],
  ['a partial batch, completed late', 0, 30, 25, 'changed'],
])('%s', (_, ready, now, newest, expected) => {
  const at = (hours: number): number => start + hours * hourMs;
  const newestArrivalMs = newest === null ? null : at(newest);
  const moment = {
    targetMs: start,
    granularity: 'daily',
    readyMs: at(ready),
    nowMs: at(now),
    newestArrivalMs,
  } as const;
  expect(verdictState(moment)).toBe(expected);
});

it('of a batch before the epoch needs an arrival to change', () => {
  const moment = { targetMs: -48 * hourMs, granularity: 'daily', readyMs: -24 * hourMs, nowMs: 0 } as const;
  expect(verdictState({ ...moment, newestArrivalMs: null })).toBe('final');
  expect(verdictState({ ...moment, newestArrivalMs: -1 })).toBe('changed');
});

it('counts single milliseconds', () => {
  const moment = { targetMs: start, granularity: 'daily', readyMs: end, nowMs: end, newestArrivalMs: end } as const;
  expect(verdictState(moment)).toBe('final');
  expect(verdictState({ ...moment, nowMs: end - 1 })).toBe('provisional');
  expect(verdictState({ ...moment, newestArrivalMs: end + 1 })).toBe('changed');
});
