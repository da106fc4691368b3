import type { BucketSize } from './index.ts';
import { addBuckets, bucketSizes, bucketStart } from './index.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const ms = (text: string): number => Date.parse(text);

/** Starts of the buckets of each size, in the order of `bucketSizes`. Weekdays from Python's datetime. */
const starts: readonly (readonly [string, ...string[]])[] = [
  // The epoch, a Thursday, and the instants around it.
  ['1970-01-01T00:00:00.000Z', '1970-01-01T00', '1970-01-01', '1969-12-29', '1970-01-01', '1970-01-01', '1970-01-01'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23', '1969-12-31', '1969-12-29', '1969-12-01', '1969-10-01', '1969-01-01'],
  ['1970-01-05T00:00:00.000Z', '1970-01-05T00', '1970-01-05', '1970-01-05', '1970-01-01', '1970-01-01', '1970-01-01'],
  ['1970-01-04T23:59:59.999Z', '1970-01-04T23', '1970-01-04', '1969-12-29', '1970-01-01', '1970-01-01', '1970-01-01'],
  // Leap days, and a February without one.
  ['2012-02-29T23:30:00.000Z', '2012-02-29T23', '2012-02-29', '2012-02-27', '2012-02-01', '2012-01-01', '2012-01-01'],
  ['2000-02-29T00:00:00.000Z', '2000-02-29T00', '2000-02-29', '2000-02-28', '2000-02-01', '2000-01-01', '2000-01-01'],
  ['1900-03-01T00:00:00.000Z', '1900-03-01T00', '1900-03-01', '1900-02-26', '1900-03-01', '1900-01-01', '1900-01-01'],
  // ISO weeks across years: 2013-W01 begins in 2012, 2021-01-03 is in 2020-W53.
  ['2012-12-31T12:00:00.000Z', '2012-12-31T12', '2012-12-31', '2012-12-31', '2012-12-01', '2012-10-01', '2012-01-01'],
  ['2013-01-06T23:59:59.999Z', '2013-01-06T23', '2013-01-06', '2012-12-31', '2013-01-01', '2013-01-01', '2013-01-01'],
  ['2021-01-03T00:00:00.000Z', '2021-01-03T00', '2021-01-03', '2020-12-28', '2021-01-01', '2021-01-01', '2021-01-01'],
  ['2021-01-04T00:00:00.000Z', '2021-01-04T00', '2021-01-04', '2021-01-04', '2021-01-01', '2021-01-01', '2021-01-01'],
  // Quarters.
  ['2013-03-31T23:59:59.999Z', '2013-03-31T23', '2013-03-31', '2013-03-25', '2013-03-01', '2013-01-01', '2013-01-01'],
  ['2013-04-01T00:00:00.000Z', '2013-04-01T00', '2013-04-01', '2013-04-01', '2013-04-01', '2013-04-01', '2013-01-01'],
  ['2013-12-31T23:59:59.999Z', '2013-12-31T23', '2013-12-31', '2013-12-30', '2013-12-01', '2013-10-01', '2013-01-01'],
  // The first hundred years of our era, which Date.UTC takes for the twentieth century.
  ['0001-01-01T00:00:00.000Z', '0001-01-01T00', '0001-01-01', '0001-01-01', '0001-01-01', '0001-01-01', '0001-01-01'],
  ['0099-12-31T23:59:59.999Z', '0099-12-31T23', '0099-12-31', '0099-12-28', '0099-12-01', '0099-10-01', '0099-01-01'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23', '9999-12-31', '9999-12-27', '9999-12-01', '9999-10-01', '9999-01-01'],
];

function startText(text: string): string {
  return text.includes('T') ? `${text}:00:00.000Z` : `${text}T00:00:00.000Z`;
}

describe('the start of a bucket', () => {
  it.each(starts)('that holds %s', (time, ...expected) => {
    expect(bucketSizes.map((size) => iso(bucketStart(ms(time), size)))).toEqual(expected.map(startText));
  });

  it.each(bucketSizes)('of %s is its own start, and no earlier instant is in it', (size) => {
    for (const [time] of starts) {
      const start = bucketStart(ms(time), size);
      expect(bucketStart(start, size)).toBe(start);
      expect(bucketStart(start - 1, size)).toBe(addBuckets(start, size, -1));
      expect(bucketStart(addBuckets(start, size, 1) - 1, size)).toBe(start);
      expect(start).toBeLessThanOrEqual(ms(time));
      expect(addBuckets(start, size, 1)).toBeGreaterThan(ms(time));
    }
  });

  it.each(bucketSizes)('of %s is never minus zero, and none for no time', (size) => {
    expect(Object.is(bucketStart(ms('1970-01-01'), size), -0)).toBe(false);
    expect(bucketStart(NaN, size)).toBeNaN();
  });

  it('is that of the year before, before our era', () => {
    expect(iso(bucketStart(ms('0000-12-31T00:00:00Z'), 'yearly'))).toBe('0000-01-01T00:00:00.000Z');
    expect(iso(bucketStart(ms('-000001-06-15T00:00:00Z'), 'monthly'))).toBe('-000001-06-01T00:00:00.000Z');
  });

  it('agrees with the calendar of Date on every day of 400 years', () => {
    for (let day = ms('1800-01-01'); day < ms('2200-01-01'); day += 86_400_000) {
      const date = new Date(day + 45_296_789);
      const [year, month, monthDay] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
      const monday = Date.UTC(year, month, monthDay - ((date.getUTCDay() + 6) % 7));
      const expected: Record<BucketSize, number> = {
        hourly: day + 12 * 3_600_000,
        daily: day,
        weekly: monday,
        monthly: Date.UTC(year, month),
        quarterly: Date.UTC(year, month - (month % 3)),
        yearly: Date.UTC(year, 0),
      };
      const found = bucketSizes.map((size) => bucketStart(date.getTime(), size));
      if (found.some((start, i) => start !== Object.values(expected)[i])) {
        throw new Error(`${iso(day)}: ${found.map(iso).join()} where ${Object.values(expected).map(iso).join()}`);
      }
    }
  });
});

describe('adding buckets', () => {
  it.each<[string, BucketSize, number, string]>([
    ['2013-03-08T05:00:00Z', 'hourly', 0, '2013-03-08T05:00:00.000Z'],
    ['2013-03-08T05:00:00Z', 'hourly', -6, '2013-03-07T23:00:00.000Z'],
    ['2013-02-28', 'daily', 1, '2013-03-01T00:00:00.000Z'],
    ['2012-02-28', 'daily', 1, '2012-02-29T00:00:00.000Z'],
    ['2013-01-01', 'daily', 365, '2014-01-01T00:00:00.000Z'],
    ['1970-01-01', 'daily', -1, '1969-12-31T00:00:00.000Z'],
    ['2012-12-31', 'weekly', 1, '2013-01-07T00:00:00.000Z'],
    ['2013-01-07', 'weekly', -53, '2012-01-02T00:00:00.000Z'],
    ['2013-01-01', 'monthly', 1, '2013-02-01T00:00:00.000Z'],
    ['2013-12-01', 'monthly', 1, '2014-01-01T00:00:00.000Z'],
    ['2013-01-01', 'monthly', -1, '2012-12-01T00:00:00.000Z'],
    ['2013-01-01', 'monthly', -25, '2010-12-01T00:00:00.000Z'],
    ['1970-01-01', 'monthly', -1, '1969-12-01T00:00:00.000Z'],
    ['0000-01-01', 'monthly', -1, '-000001-12-01T00:00:00.000Z'],
    ['2013-10-01', 'quarterly', 1, '2014-01-01T00:00:00.000Z'],
    ['2013-01-01', 'quarterly', -5, '2011-10-01T00:00:00.000Z'],
    ['0099-01-01', 'yearly', 1, '0100-01-01T00:00:00.000Z'],
    ['0001-01-01', 'yearly', -1, '0000-01-01T00:00:00.000Z'],
    ['2013-01-01', 'yearly', -1963, '0050-01-01T00:00:00.000Z'],
  ])('%s %s %d', (start, size, count, expected) => {
    expect(iso(addBuckets(ms(start), size, count))).toBe(expected);
    expect(iso(addBuckets(addBuckets(ms(start), size, count), size, -count))).toBe(iso(ms(start)));
  });
});
