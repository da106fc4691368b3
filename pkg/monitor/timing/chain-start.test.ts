import fc from 'fast-check';
import type { Granularity } from '../../contract/index.ts';
import { granularities } from '../../contract/index.ts';
import { addBuckets, axisOf, bucketStart } from '../../timeline/index.ts';
import { chainStart } from './chain-start.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 13);

describe('the start of a chain', () => {
  it.each<[string, Granularity, number, string]>([
    // Day 0 is 1970-01-01; 2021-12-16 is day 18,977 = 2,711 * 7.
    ['1970-01-15', 'daily', 7, '1970-01-08T00'],
    ['1970-01-14', 'daily', 7, '1970-01-01T00'],
    ['1970-01-08', 'daily', 7, '1970-01-01T00'],
    ['1970-01-07T23:59:59.999Z', 'daily', 7, '1969-12-25T00'],
    ['1969-12-31', 'daily', 7, '1969-12-18T00'],
    ['2021-12-16', 'daily', 7, '2021-12-09T00'],
    ['2021-12-22', 'daily', 7, '2021-12-09T00'],
    ['2021-12-23', 'daily', 7, '2021-12-16T00'],
    ['1970-01-01T23:00:00Z', 'hourly', 24, '1969-12-31T00'],
    ['1970-01-02T00:59:00Z', 'hourly', 24, '1970-01-01T00'],
    // Week 0 begins on 1970-01-05.
    ['1970-02-02', 'weekly', 4, '1970-01-05T00'],
    ['1970-02-01', 'weekly', 4, '1969-12-08T00'],
    // Month 0 is January 1970.
    ['1971-02-01', 'monthly', 12, '1970-01-01T00'],
    ['1970-12-31', 'monthly', 12, '1969-01-01T00'],
    // March 2024 is month 650 = 130 * 5.
    ['2024-03-15', 'monthly', 5, '2023-10-01T00'],
    ['2024-02-29', 'monthly', 5, '2023-05-01T00'],
    // Chains of one bucket: the bucket before.
    ['2021-09-16', 'daily', 1, '2021-09-15T00'],
    ['2021-09-16', 'daily', 0, '2021-09-15T00'],
    ['2021-09-16', 'daily', -3, '2021-09-15T00'],
  ])('of %s, %s, baseline of %d, is %s', (target, granularity, length, expected) => {
    expect(iso(chainStart(ms(target), granularity, length))).toBe(expected);
  });

  const anyTarget = fc.integer({ min: ms('1900-01-01'), max: ms('2100-01-01') });
  const anyGranularity = fc.constantFrom(...granularities);
  const anyLength = fc.integer({ min: 1, max: 90 });

  function distance(target: number, granularity: Granularity, length: number): number {
    return axisOf(chainStart(target, granularity, length), bucketStart(target, granularity), granularity).starts.length;
  }

  it('lies at least one and less than two baselines before the target, at the start of a bucket', () => {
    fc.assert(
      fc.property(anyTarget, anyGranularity, anyLength, (target, granularity, length) => {
        const start = chainStart(target, granularity, length);
        expect(bucketStart(start, granularity)).toBe(start);
        expect(distance(target, granularity, length)).toBeGreaterThanOrEqual(length);
        expect(distance(target, granularity, length)).toBeLessThan(2 * length);
      })
    );
  });

  it('depends on the target alone: it is the same for a whole bucket, and moves by whole baselines', () => {
    fc.assert(
      fc.property(anyTarget, anyGranularity, anyLength, (target, granularity, length) => {
        const start = chainStart(target, granularity, length);
        expect(chainStart(bucketStart(target, granularity), granularity, length)).toBe(start);
        const following = chainStart(addBuckets(bucketStart(target, granularity), granularity, 1), granularity, length);
        expect([start, addBuckets(start, granularity, length)]).toContain(following);
        const later = addBuckets(bucketStart(target, granularity), granularity, length);
        expect(chainStart(later, granularity, length)).toBe(addBuckets(start, granularity, length));
      })
    );
  });
});
