import fc from 'fast-check';
import type { Granularity, TimeRange } from '../../contract/index.ts';
import { granularities } from '../../contract/index.ts';
import { addBuckets, bucketStart } from '../../timeline/index.ts';
import { targetBuckets, trailingWindow } from './trailing-window.ts';

const ms = (text: string): number => Date.parse(text);
const days = (starts: readonly number[]): string[] => starts.map((start) => new Date(start).toISOString().slice(0, 10));
const starts = (window: readonly { readonly startMs: number }[]): number[] => window.map(({ startMs }) => startMs);

const target = ms('2021-09-25T12:00:00Z');

describe('a trailing window', () => {
  const window = (size: number, targetSize: number, granularity: Granularity = 'daily'): number[] =>
    starts(trailingWindow(target, size, targetSize, granularity, [], null));

  it('golden 65: 12 days before a target of one', () => {
    expect(days(window(12, 1))).toEqual([
      '2021-09-13', // -12
      '2021-09-14',
      '2021-09-15',
      '2021-09-16',
      '2021-09-17',
      '2021-09-18',
      '2021-09-19',
      '2021-09-20',
      '2021-09-21',
      '2021-09-22',
      '2021-09-23',
      '2021-09-24', // -1
    ]);
  });

  it('golden 66: 12 days before a target of two', () => {
    const found = days(window(12, 2));
    expect(found).toHaveLength(12);
    expect([found.at(0), found.at(-1)]).toEqual(['2021-09-12', '2021-09-23']); // -13 and -2
  });

  it.each<[Granularity, string[]]>([
    ['weekly', ['2021-09-06', '2021-09-13']],
    ['monthly', ['2021-07-01', '2021-08-01']],
  ])('%s, the buckets are those of the calendar', (granularity, expected) => {
    expect(days(window(2, 1, granularity))).toEqual(expected);
  });

  it('of hours', () => {
    expect(window(2, 1, 'hourly')).toEqual([ms('2021-09-25T10:00:00Z'), ms('2021-09-25T11:00:00Z')]);
  });

  it('of nothing is empty', () => {
    expect(window(0, 1)).toEqual([]);
  });

  it('golden 76: leaves the days of a cron expression in place and says so', () => {
    const weekends = { cron: '0 0 * * 6,0', exclusionRanges: [] };
    const found = trailingWindow(ms('2024-09-17'), 5, 1, 'daily', [], weekends);
    expect(found).toEqual([
      { startMs: ms('2024-09-12'), isExcluded: false },
      { startMs: ms('2024-09-13'), isExcluded: false },
      { startMs: ms('2024-09-14'), isExcluded: true },
      { startMs: ms('2024-09-15'), isExcluded: true },
      { startMs: ms('2024-09-16'), isExcluded: false },
    ]);
  });

  it('excludes ranges by the start of the bucket, and not where the cron schedule excludes itself', () => {
    const ranges: TimeRange[] = [{ startMs: ms('2024-09-12T01:00:00Z'), endMs: ms('2024-09-13T00:00:00.001Z') }];
    const schedule = {
      cron: '0 0 * * 6,0',
      exclusionRanges: [{ startMs: ms('2024-09-15'), endMs: ms('2024-09-16') }],
    };
    const found = trailingWindow(ms('2024-09-17'), 5, 1, 'daily', ranges, schedule);
    expect(found.map(({ isExcluded }) => isExcluded)).toEqual([false, true, true, false, false]);
  });

  const anyTarget = fc.integer({ min: ms('1950-01-01'), max: ms('2100-01-01') });

  it('slides: that of the next target is this one without its first bucket and with the next', () => {
    fc.assert(
      fc.property(
        anyTarget,
        fc.constantFrom(...granularities),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 5 }),
        (time, granularity, size, targetSize) => {
          const here = trailingWindow(time, size, targetSize, granularity, [], null);
          const next = addBuckets(bucketStart(time, granularity), granularity, 1);
          const there = trailingWindow(next, size, targetSize, granularity, [], null);
          expect(there.slice(0, -1)).toEqual(here.slice(1));
          expect(starts(here.slice(-1))).toEqual([addBuckets(next, granularity, -1 - targetSize)]);
        }
      )
    );
  });

  it('ends where the target begins', () => {
    fc.assert(
      fc.property(
        anyTarget,
        fc.constantFrom(...granularities),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 5 }),
        (time, granularity, size, targetSize) => {
          const all = [
            ...starts(trailingWindow(time, size, targetSize, granularity, [], null)),
            ...targetBuckets(time, targetSize, granularity),
          ];
          expect(all).toHaveLength(size + targetSize);
          expect(all.slice(1)).toEqual(all.slice(0, -1).map((start) => addBuckets(start, granularity, 1)));
          expect(all.at(-1)).toBe(bucketStart(time, granularity));
        }
      )
    );
  });
});

describe('the buckets of a target', () => {
  it.each<[number, Granularity, string[]]>([
    [1, 'daily', ['2021-09-25']],
    [3, 'daily', ['2021-09-23', '2021-09-24', '2021-09-25']],
    [2, 'monthly', ['2021-08-01', '2021-09-01']],
  ])('%d of %s', (size, granularity, expected) => {
    expect(days(targetBuckets(target, size, granularity))).toEqual(expected);
  });
});
