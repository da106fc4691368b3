import type { Axis, BucketSize } from './index.ts';
import { axisOf, coarsenedAxis, maxBuckets, minimumPoints, TimelineError, withHistory } from './index.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();
const days = ({ starts }: Axis): string[] => starts.map((start) => iso(start).slice(0, 10));

describe('the buckets of a range', () => {
  it.each<[string, string, string, BucketSize, string[]]>([
    ['two days', '2013-03-07', '2013-03-09', 'daily', ['2013-03-07', '2013-03-08']],
    ['one millisecond', '2013-03-07', '2013-03-07T00:00:00.001Z', 'daily', ['2013-03-07']],
    ['the last millisecond of a day', '2013-03-07T23:59:59.999Z', '2013-03-08', 'daily', ['2013-03-07']],
    [
      'the two around midnight',
      '2013-03-07T23:59:59.999Z',
      '2013-03-08T00:00:00.001Z',
      'daily',
      ['2013-03-07', '2013-03-08'],
    ],
    ['nothing', '2013-03-07', '2013-03-07', 'daily', []],
    ['nothing, at noon', '2013-03-07T12:00:00Z', '2013-03-07T12:00:00Z', 'daily', []],
    ['a reversed range', '2013-03-09', '2013-03-07', 'daily', []],
    ['a reversed range within a day', '2013-03-07T12:00:00Z', '2013-03-07T11:00:00Z', 'daily', []],
    ['a leap day', '2012-02-28', '2012-03-02', 'daily', ['2012-02-28', '2012-02-29', '2012-03-01']],
    ['weeks from Monday', '2013-01-01', '2013-01-08', 'weekly', ['2012-12-31', '2013-01-07']],
    ['months', '2012-12-31', '2013-02-01', 'monthly', ['2012-12-01', '2013-01-01']],
    ['around the epoch', '1969-12-31', '1970-01-02', 'daily', ['1969-12-31', '1970-01-01']],
  ])('%s', (_, from, to, size, expected) => {
    const axis = axisOf(ms(from), ms(to), size);
    expect([axis.size, days(axis)]).toEqual([size, expected]);
  });

  it.each([
    [NaN, 0],
    [0, NaN],
  ])('from %d to %d are none', (from, to) => {
    expect(axisOf(from, to, 'daily').starts).toEqual([]);
  });

  it('are a hundred thousand at most', () => {
    const hour = 3_600_000;
    expect(maxBuckets).toBe(100_000);
    expect(axisOf(0, maxBuckets * hour, 'hourly').starts).toHaveLength(maxBuckets);
    const tooMany = (): Axis => axisOf(0, maxBuckets * hour + 1, 'hourly');
    expect(tooMany).toThrow(TimelineError);
    expect(tooMany).toThrow(
      expect.objectContaining({
        code: 'too-many-buckets',
        message:
          'the range holds more than 100000 hourly batches. Remedy: choose a shorter range or a coarser granularity',
      }) as Error
    );
  });
});

describe('coarser buckets for a panel', () => {
  const year = [ms('2013-01-01'), ms('2014-01-01')] as const;

  // 2013 has 8,760 hours, 365 days, touches 53 ISO weeks, and has 12 months and 4 quarters.
  it.each<[BucketSize, number, BucketSize, number]>([
    ['hourly', 8760, 'hourly', 8760],
    ['hourly', 8759, 'daily', 365],
    ['hourly', 100, 'weekly', 53],
    ['daily', 365, 'daily', 365],
    ['daily', 364, 'weekly', 53],
    ['daily', 53, 'weekly', 53],
    ['daily', 52, 'monthly', 12],
    ['daily', 11, 'quarterly', 4],
    ['daily', 3, 'yearly', 1],
    ['daily', 1, 'yearly', 1],
    ['daily', 0, 'yearly', 1],
    ['daily', -5, 'yearly', 1],
    ['weekly', 1000, 'weekly', 53],
    ['monthly', 12, 'monthly', 12],
  ])('%s in at most %d points: %s, %d of them', (size, points, expected, count) => {
    const axis = coarsenedAxis(...year, size, points);
    expect([axis.size, axis.starts.length]).toEqual([expected, count]);
  });

  it('let a range of one bucket touch two, however few points are asked for', () => {
    expect(minimumPoints).toBe(2);
    const axis = coarsenedAxis(ms('2013-03-07T12:00:00Z'), ms('2013-03-08T12:00:00Z'), 'daily', 1);
    expect([axis.size, days(axis)]).toEqual(['daily', ['2013-03-07', '2013-03-08']]);
  });

  it('are years where even these are too many', () => {
    const axis = coarsenedAxis(ms('2000-01-01'), ms('2013-06-01'), 'hourly', 3);
    expect([axis.size, axis.starts.length]).toEqual(['yearly', 14]);
  });

  it('are refused, not coarsened, where as many points are asked for as there can be', () => {
    const hundredYears = [ms('1900-01-01'), ms('2000-01-01')] as const;
    expect(() => coarsenedAxis(...hundredYears, 'hourly', Number.MAX_SAFE_INTEGER)).toThrow(TimelineError);
    expect(coarsenedAxis(...hundredYears, 'hourly', maxBuckets).size).toBe('daily');
  });

  it.each([
    ['empty', year[0], year[0]],
    ['reversed', year[1], year[0]],
  ])('of an %s range keep their size', (_, from, to) => {
    expect(coarsenedAxis(from, to, 'hourly', 100)).toEqual({ size: 'hourly', starts: [] });
  });
});

describe('the history before an axis', () => {
  const axis = axisOf(ms('2013-03-01'), ms('2013-03-03'), 'daily');

  it.each([
    [0, ['2013-03-01', '2013-03-02']],
    [1, ['2013-02-28', '2013-03-01', '2013-03-02']],
    [3, ['2013-02-26', '2013-02-27', '2013-02-28', '2013-03-01', '2013-03-02']],
  ])('of %d buckets', (count, expected) => {
    expect(days(withHistory(axis, count))).toEqual(expected);
  });

  it('counts months by the calendar', () => {
    const monthly = axisOf(ms('2013-03-01'), ms('2013-03-02'), 'monthly');
    expect(days(withHistory(monthly, 2))).toEqual(['2013-01-01', '2013-02-01', '2013-03-01']);
  });

  it('of nothing is nothing', () => {
    expect(withHistory(axisOf(0, 0, 'daily'), 7)).toEqual({ size: 'daily', starts: [] });
  });
});
