import { failureNotices, frameMeta, provenanceOf } from './provenance.ts';
import { makePlan } from './make-plan.ts';
import { batchRequestOf } from './testing/ask.ts';
import { entry, indexOf, rejected } from './testing/entries.ts';

const ms = (text: string): number => Date.parse(text);

function planOf(model: object, isAlert = false) {
  const entries = [
    entry('2013-02-10', { arrivalMs: 1000 }),
    entry('2013-02-27', { arrivalMs: 30 }),
    entry('2013-03-01', { arrivalMs: 10 }),
    entry('2013-03-02', { arrivalMs: 20, tags: [['origin', 'JFK']] }),
    entry('2013-03-02', { arrivalMs: null, tags: [['origin', 'LGA']] }),
    entry('january', { profileId: 'january', arrivalMs: 500 }),
  ];
  const around = { from: '2013-03-01', to: '2013-03-03', isAlert };
  return makePlan(indexOf(entries, isAlert ? [] : [rejected('d/x.bin')]), batchRequestOf(model, around), 100);
}

describe('what a frame was computed from', () => {
  it.each([
    ['the batches of a series', { metric: 'count' }, 3, 20],
    ['and their window', { metric: 'hellinger' }, 4, 30],
    ['and the reference', { metric: 'hellinger', baseline: { type: 'Reference', profileId: 'january' } }, 4, 500],
    [
      'the latest batch, not those that labels are looked for in',
      { metric: 'count', mode: 'latest', asOf: '2013-03-02' },
      1,
      10,
    ],
    ['a segment', { metric: 'count', segments: [{ tags: [{ key: 'origin', value: 'LGA' }] }] }, 1, null],
    ['nothing', { metric: 'count', mode: 'latest', asOf: '2013-03-07' }, 0, null],
  ])('%s', (_, model, profiles, newestArrivalMs) => {
    const plan = planOf({ kind: 'metric', ...model });
    expect(provenanceOf(plan, plan.segments[0] ?? null)).toEqual({
      datasetId: 'd',
      evaluationTimeMs: 'asOf' in model ? ms(model.asOf) : ms('2013-04-01'),
      profiles,
      newestArrivalMs,
      rejected: 1,
      granularity: 'daily',
      listedMs: 12345,
    });
  });

  it('is all of the plan where no segment is named', () => {
    const plan = planOf({ kind: 'columns' });
    expect(provenanceOf(plan, null)).toMatchObject({ profiles: 4, newestArrivalMs: 30 });
  });
});

describe('the meta of a frame', () => {
  const plan = planOf({ kind: 'metric', metric: 'count' });
  const segment = plan.segments[0] ?? null;

  it('holds the remarks on the whole answer in the first frame alone', () => {
    const general = { severity: 'warning', text: 'd/x.bin is broken' };
    expect(frameMeta(plan, segment, true).notices).toEqual([general]);
    expect(frameMeta(plan, segment, true, { failures: ['y'] }).notices).toEqual([
      general,
      { severity: 'warning', text: 'y' },
    ]);
    expect(frameMeta(plan, segment, false, { failures: ['y'] }).notices).toEqual([{ severity: 'warning', text: 'y' }]);
    expect(frameMeta(plan, segment, false, { remarks: ['z'] }).notices).toEqual([{ severity: 'info', text: 'z' }]);
    expect(frameMeta(plan, segment, false)).toEqual({ custom: provenanceOf(plan, segment) });
  });

  it.each([
    [[], []],
    [['a'], ['a']],
    [
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
    [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', '1 more batch cannot be read'],
    ],
    [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c', '2 more batches cannot be read'],
    ],
  ])('quotes three reasons: %p', (failures, texts) => {
    expect(failureNotices(failures)).toEqual(texts.map((text) => ({ severity: 'warning', text })));
  });
});
