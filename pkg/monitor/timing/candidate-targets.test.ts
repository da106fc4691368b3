import type { Granularity } from '../../contract/index.ts';
import { TimelineError } from '../../timeline/index.ts';
import { candidateTargets } from './candidate-targets.ts';

const ms = (text: string): number => Date.parse(text);
const dayMs = 86_400_000;
const now = '2021-09-22T19:00:00Z';

const candidates = (granularity: Granularity, graceMs: number | null, isPartial = false, at = now): string[] =>
  candidateTargets(ms(at), granularity, graceMs, isPartial).map((time) => new Date(time).toISOString().slice(0, 13));

describe('the targets that may be analysed', () => {
  it.each<[string, Granularity, number | null, boolean, string[]]>([
    ['three days', 'daily', 3 * dayMs, false, ['2021-09-19T00', '2021-09-20T00', '2021-09-21T00']],
    [
      'a millisecond more',
      'daily',
      3 * dayMs + 1,
      false,
      ['2021-09-18T00', '2021-09-19T00', '2021-09-20T00', '2021-09-21T00'],
    ],
    ['a millisecond less', 'daily', 3 * dayMs - 1, false, ['2021-09-19T00', '2021-09-20T00', '2021-09-21T00']],
    ['with the current one', 'daily', 2 * dayMs, true, ['2021-09-20T00', '2021-09-21T00', '2021-09-22T00']],
    ['no grace: the last completed one', 'daily', 0, false, ['2021-09-21T00']],
    ['hours', 'hourly', 2 * 3_600_000, false, ['2021-09-22T17', '2021-09-22T18']],
    ['weeks', 'weekly', 14 * dayMs, true, ['2021-09-06T00', '2021-09-13T00', '2021-09-20T00']],
    // June 1 is 61 days before August 1.
    ['months', 'monthly', 61 * dayMs, false, ['2021-07-01T00', '2021-08-01T00']],
  ])('%s', (_, granularity, graceMs, isPartial, expected) => {
    expect(candidates(granularity, graceMs, isPartial)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['2021-09-22T00:00:00Z', '2021-09-21T00'],
    ['2021-09-21T23:59:59.999Z', '2021-09-20T00'],
  ])('at %s, the newest completed one is %s', (at, expected) => {
    expect(candidates('daily', dayMs, false, at)).toEqual([expected]);
  });

  it.each<[Granularity, number]>([
    ['hourly', 30 * 24],
    ['daily', 30],
    ['weekly', 28],
    ['monthly', 7],
  ])('%s, are %d by default', (granularity, count) => {
    expect(candidates(granularity, null)).toHaveLength(count);
  });

  it('are refused beyond a hundred thousand', () => {
    expect(() => candidateTargets(ms(now), 'hourly', 100_001 * 3_600_000, false)).toThrow(TimelineError);
    expect(candidateTargets(ms(now), 'hourly', 100_000 * 3_600_000, false)).toHaveLength(100_000);
  });
});
