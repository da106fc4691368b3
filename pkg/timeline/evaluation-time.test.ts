import { evaluationTime, isTimelineError, latestBuckets, latestCandidates, TimelineError } from './index.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString();

describe('the evaluation time', () => {
  const toMs = ms('2013-03-08T10:00:00.500Z');
  const asOfMs = ms('2013-01-01T00:00:00.250Z');
  const nowMs = ms('2013-05-05T05:05:59.999Z');

  it.each([
    ['the end of the range for an alert rule', { isAlert: true, toMs, asOfMs: null, nowMs }, toMs],
    [
      "the end of the range for an alert rule, whatever the query's own is",
      { isAlert: true, toMs, asOfMs, nowMs },
      toMs,
    ],
    ["the query's own", { isAlert: false, toMs, asOfMs, nowMs }, asOfMs],
    ["the query's own, the epoch", { isAlert: false, toMs, asOfMs: 0, nowMs }, 0],
    ['the minute of the clock', { isAlert: false, toMs, asOfMs: null, nowMs }, ms('2013-05-05T05:05:00Z')],
    ['the minute itself', { isAlert: false, toMs, asOfMs: null, nowMs: 60_000 }, 60_000],
    ['the minute before the epoch', { isAlert: false, toMs, asOfMs: null, nowMs: -1 }, -60_000],
  ])('is %s', (_, moment, expected) => {
    expect(evaluationTime(moment)).toBe(expected);
  });
});

describe('the buckets that may be the latest', () => {
  it.each([
    ['2013-03-08T10:30:00Z', 'hourly', ['2013-03-08T09', '2013-03-08T08']],
    ['2013-03-08T10:00:00Z', 'hourly', ['2013-03-08T09', '2013-03-08T08']],
    ['2013-03-08T09:59:59.999Z', 'hourly', ['2013-03-08T08', '2013-03-08T07']],
    ['2013-03-08T00:00:00Z', 'daily', ['2013-03-07T00', '2013-03-06T00']],
    ['2013-03-08T23:59:59.999Z', 'daily', ['2013-03-07T00', '2013-03-06T00']],
    // A Sunday, and the Monday after it.
    ['2013-03-10T23:00:00Z', 'weekly', ['2013-02-25T00', '2013-02-18T00']],
    ['2013-03-11T00:00:00Z', 'weekly', ['2013-03-04T00', '2013-02-25T00']],
    ['2013-01-31T00:00:00Z', 'monthly', ['2012-12-01T00', '2012-11-01T00']],
    ['1970-01-01T00:00:00Z', 'daily', ['1969-12-31T00', '1969-12-30T00']],
  ] as const)('at %s, %s, are completed ones only, the newest first', (time, size, expected) => {
    expect(latestBuckets).toBe(2);
    expect(latestCandidates(ms(time), size).map(iso)).toEqual(expected.map((text) => `${text}:00:00.000Z`));
  });
});

describe('a timeline error', () => {
  it('is known across copies of the module by its shape', () => {
    const foreign = Object.assign(new Error('x'), { name: 'TimelineError', code: 'too-many-buckets' });
    const values = [
      new TimelineError('too-many-buckets', 'x'),
      foreign,
      new Error('x'),
      { name: 'TimelineError' },
      null,
    ];
    expect(values.map(isTimelineError)).toEqual([true, true, false, false, false]);
  });
});
