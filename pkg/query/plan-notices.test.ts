import { parseQuery } from '../contract/index.ts';
import type { RejectedObject } from '../store/index.ts';
import { axisOf } from '../timeline/index.ts';
import { planNotices, type PlanFindings } from './plan-notices.ts';

const day = (text: string): number => Date.parse(text);

function broken(count: number): readonly RejectedObject[] {
  return Array.from({ length: count }, (_, i) => ({
    object: { key: `${i}`, sizeBytes: 1, version: '', modifiedMs: 0 },
    datasetId: 'd',
    profileId: null,
    isReadable: false,
    reason: `object ${i} is broken`,
  }));
}

function notices(findings: Partial<PlanFindings> = {}): readonly string[] {
  const request = {
    query: parseQuery({ kind: 'metric', datasetId: 'd', metric: 'count' }),
    fromMs: day('2013-03-01'),
    toMs: day('2013-03-09'),
    maxDataPoints: 5,
    isAlert: false,
    nowMs: 0,
  };
  const axis = axisOf(request.fromMs, request.toMs, 'daily');
  const nothing = { rejected: [], evaluationMs: request.toMs, wasChosen: false, hasLastBatch: true, elsewhere: null };
  return planNotices({ request, axis, ...nothing, ...findings });
}

describe('the remarks on an answer', () => {
  it('are none when there is nothing to say', () => {
    expect(notices()).toEqual([]);
    expect(notices({ axis: { size: 'daily', starts: [] } })).toEqual([]);
  });

  it.each([
    [1, ['object 0 is broken']],
    [3, ['object 0 is broken', 'object 1 is broken', 'object 2 is broken']],
    [
      4,
      [
        'object 0 is broken',
        'object 1 is broken',
        'object 2 is broken',
        '1 more object cannot be read; the health check of the data source counts them',
      ],
    ],
    [
      1003,
      [
        'object 0 is broken',
        'object 1 is broken',
        'object 2 is broken',
        '1000 more objects cannot be read; the health check of the data source counts them',
      ],
    ],
  ])('name %d objects that cannot be read', (count, expected) => {
    expect(notices({ rejected: broken(count) })).toEqual(expected);
  });

  it('say that the buckets are coarser than asked for', () => {
    expect(notices({ axis: axisOf(day('2013-03-01'), day('2013-03-09'), 'weekly'), hasLastBatch: false })).toEqual([
      "shown in weekly batches: the range holds more daily ones than the panel's 5 points",
    ]);
  });

  it.each([
    ['2012-01-01T05:00:00Z', '2012-12-31', '2012-01-01 to 2012-12-31'],
    ['2012-01-01', '2012-01-01T23:00:00Z', '2012-01-01'],
  ])('say where the profiles from %s to %s are when the range has none', (first, last, days) => {
    expect(notices({ hasLastBatch: false, elsewhere: { firstMs: day(first), lastMs: day(last) } })).toEqual([
      `no profiles lie in the time range; those of d are of ${days}`,
    ]);
  });

  it('say nothing of the range of a dataset without profiles in time', () => {
    expect(notices({ hasLastBatch: false, elsewhere: { firstMs: null, lastMs: null } })).toEqual([]);
  });

  it('say that one of several partitions was taken', () => {
    expect(notices({ wasChosen: true })).toEqual([
      'the same rows were profiled under several partitions; the one with the fewest keys is shown',
    ]);
  });

  it.each([
    ['complete', true, '2013-03-09', []],
    ['not complete', true, '2013-03-08T23:59:59.999Z', ['the last batch is not complete yet']],
    ['not complete and empty', false, '2013-03-08T23:59:59.999Z', []],
  ])('about a last batch that is %s', (_, hasLastBatch, evaluation, expected) => {
    expect(notices({ hasLastBatch, evaluationMs: day(evaluation) })).toEqual(expected);
  });
});
