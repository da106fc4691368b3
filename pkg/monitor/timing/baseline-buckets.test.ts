import type { AnalyzerBaseline, Granularity } from '../../contract/index.ts';
import { TimelineError } from '../../timeline/index.ts';
import { baselineBuckets, currentBatch, expectedBaselineCount, timeRangeBuckets } from './baseline-buckets.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();
const range = (start: string, end: string) => ({ startMs: ms(start), endMs: ms(end) });

describe('the buckets of a time range', () => {
  it('golden 67: hold the start, the last second before the end, and not the end', () => {
    const hours = timeRangeBuckets(range('2021-09-01', '2021-09-03'), 'hourly').map(iso);
    expect(hours).toHaveLength(48);
    expect([hours.at(0), hours.at(-1)]).toEqual(['2021-09-01T00:00:00.000Z', '2021-09-02T23:00:00.000Z']);
    expect(timeRangeBuckets(range('2021-09-01', '2021-09-03'), 'daily').map(iso)).toEqual([
      '2021-09-01T00:00:00.000Z',
      '2021-09-02T00:00:00.000Z',
    ]);
  });

  it.each<[string, string, Granularity, string[]]>([
    ['2021-09-01T00:00:00.001Z', '2021-09-03', 'daily', ['2021-09-02']],
    ['2021-09-01', '2021-09-03T00:00:00.001Z', 'daily', ['2021-09-01', '2021-09-02', '2021-09-03']],
    ['2021-09-01', '2021-09-21', 'weekly', ['2021-09-06', '2021-09-13', '2021-09-20']],
    ['2021-08-02', '2021-10-01', 'monthly', ['2021-09-01']],
    ['2021-09-03', '2021-09-01', 'daily', []],
    ['2021-09-01', '2021-09-01', 'daily', []],
  ])('%s to %s, %s', (start, end, granularity, expected) => {
    expect(timeRangeBuckets(range(start, end), granularity).map((time) => iso(time).slice(0, 10))).toEqual(expected);
  });

  it('are a hundred thousand at most', () => {
    expect(() => timeRangeBuckets(range('1900-01-01', '2000-01-01'), 'hourly')).toThrow(TimelineError);
  });
});

describe('a single batch', () => {
  it.each<[number, Granularity, string]>([
    [1, 'daily', '2021-09-24T00:00:00.000Z'],
    [2, 'daily', '2021-09-23T00:00:00.000Z'],
    [0, 'daily', '2021-09-25T00:00:00.000Z'],
  ])('golden 68: offset %d, %s', (offset, granularity, expected) => {
    expect(iso(currentBatch(ms('2021-09-25'), offset, granularity))).toBe(expected);
  });

  it('of a target at noon, by the calendar', () => {
    expect(iso(currentBatch(ms('2021-09-25T12:00:00Z'), 1, 'monthly'))).toBe('2021-08-01T00:00:00.000Z');
    expect(iso(currentBatch(ms('2021-09-25T12:34:56Z'), 1, 'hourly'))).toBe('2021-09-25T11:00:00.000Z');
  });
});

const trailing: AnalyzerBaseline = {
  type: 'TrailingWindow',
  size: 7,
  exclusionRanges: [range('2021-09-20', '2021-09-21')],
  exclusionSchedule: { cron: '0 0 * * 0', exclusionRanges: [] },
};
const timeRange = (start: string, end: string): AnalyzerBaseline => ({ type: 'TimeRange', range: range(start, end) });
const reference: AnalyzerBaseline = { type: 'Reference', profileId: 'january' };
const batch: AnalyzerBaseline = { type: 'CurrentBatch', offset: 1 };

describe('the buckets of a baseline', () => {
  const buckets = (baseline: AnalyzerBaseline) => baselineBuckets(baseline, ms('2021-09-25'), 2, 'daily');

  it('of a trailing window, before all buckets of the target', () => {
    expect(buckets(trailing)?.map(({ startMs, isExcluded }) => [iso(startMs).slice(0, 10), isExcluded])).toEqual([
      ['2021-09-17', false],
      ['2021-09-18', false],
      ['2021-09-19', true],
      ['2021-09-20', true],
      ['2021-09-21', false],
      ['2021-09-22', false],
      ['2021-09-23', false],
    ]);
  });

  it('of the others', () => {
    expect(buckets(timeRange('2021-09-01', '2021-09-03'))).toEqual([
      { startMs: ms('2021-09-01'), isExcluded: false },
      { startMs: ms('2021-09-02'), isExcluded: false },
    ]);
    expect(buckets(batch)).toEqual([{ startMs: ms('2021-09-24'), isExcluded: false }]);
    expect(buckets(reference)).toBeNull();
  });
});

describe('the expected number of baseline batches', () => {
  it.each<[string, AnalyzerBaseline | null, Granularity, number]>([
    ['none', null, 'daily', 0],
    ['a window, whatever it excludes', trailing, 'daily', 7],
    ['a reference', reference, 'daily', 1],
    ['a batch', batch, 'daily', 1],
    ['hours', timeRange('2021-09-01', '2021-09-03'), 'hourly', 48],
    ['hours, begun', timeRange('2021-09-01', '2021-09-01T01:59:59Z'), 'hourly', 1],
    ['days', timeRange('2021-09-01', '2021-09-03'), 'daily', 2],
    ['days, begun', timeRange('2021-09-01', '2021-09-02T23:59:59Z'), 'daily', 1],
    ['days, shifted', timeRange('2021-09-01T12:00:00Z', '2021-09-03T12:00:00Z'), 'daily', 2],
    ['weeks: days by seven', timeRange('2021-09-01', '2021-09-15'), 'weekly', 2],
    ['weeks, begun', timeRange('2021-09-01', '2021-09-14'), 'weekly', 1],
    ['months by the calendar', timeRange('2021-08-31', '2021-09-01'), 'monthly', 1],
    ['months of two years', timeRange('2020-11-15', '2021-02-01'), 'monthly', 3],
    ['one month', timeRange('2021-09-01', '2021-09-30'), 'monthly', 0],
    ['a reversed range', timeRange('2021-09-03', '2021-09-01'), 'daily', 0],
    ['a reversed range of months', timeRange('2021-09-03', '2021-08-01'), 'monthly', 0],
  ])('%s', (_, baseline, granularity, expected) => {
    expect(expectedBaselineCount(baseline, granularity)).toBe(expected);
  });
});
