import type { CatalogEntry } from '../store/index.ts';
import type { RequestErrorCode } from './index.ts';
import { latestLookback, makePlan } from './make-plan.ts';
import type { PlannedSegment, QueryPlan } from './plan.ts';
import type { Around } from './testing/ask.ts';
import { batchRequestOf } from './testing/ask.ts';
import { entry, indexOf, rejected } from './testing/entries.ts';

const ms = (text: string): number => Date.parse(text);
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

const count = { kind: 'metric', metric: 'count' };
const latest = { ...count, mode: 'latest' };
const hellinger = { kind: 'metric', metric: 'hellinger' };
const march = { from: '2013-03-01', to: '2013-03-04' };

function plan(
  model: object,
  around: Around = march,
  entries: readonly CatalogEntry[] = [entry('2013-03-02')],
  broken: Parameters<typeof indexOf>[1] = [],
  maxSeries = 1000
): QueryPlan {
  return makePlan(indexOf(entries, broken), batchRequestOf(model, around), maxSeries);
}

/** The keys of the profiles of each bucket, bucket by bucket. */
function members({ members }: QueryPlan, { batches }: PlannedSegment): string[][] {
  return batches.map((positions) => positions.map((position) => members[position]!.object.key));
}

/** The days that a segment's answer is about, and the first that it stands on. */
function spans({ axis, segments }: QueryPlan): unknown[] {
  return segments.map(({ readStart, targetStart, targetEnd }) => ({
    read: axis.slice(readStart, targetStart).map(day),
    target: axis.slice(targetStart, targetEnd).map(day),
  }));
}

function refused(code: RequestErrorCode, message: string): Error {
  return expect.objectContaining({ name: 'RequestError', code, message }) as Error;
}

describe('the plan of a series', () => {
  it('has the buckets of the range, and what lies in them', () => {
    const made = plan(count, march, [
      entry('2013-03-01T05:00:00Z', { arrivalMs: 7 }),
      entry('2013-03-01'),
      entry('2013-03-03', { index: 2 }),
      entry('2013-03-04'),
      entry('2013-02-28'),
      entry('elsewhere', { datasetId: 'other', timestampMs: ms('2013-03-01') }),
      entry('january', { profileId: 'january', timestampMs: ms('2013-03-01') }),
    ]);
    expect(made).toMatchObject({
      size: 'daily',
      axis: [ms('2013-03-01'), ms('2013-03-02'), ms('2013-03-03')],
      columns: ['a', 'b'],
      evaluationMs: ms('2013-04-01'),
      listedMs: 12345,
      rejected: 0,
      notices: [],
    });
    expect(made.members.map(({ object, index, arrivalMs }) => [object.key, index, arrivalMs])).toEqual([
      ['2013-03-01T05:00:00Z', 0, 7],
      ['2013-03-01', 0, null],
      ['2013-03-03', 2, null],
    ]);
    expect(made.segments).toEqual([
      { segment: [], batches: [[0, 1], [], [2]], reference: null, readStart: 0, targetStart: 0, targetEnd: 3 },
    ]);
  });

  it('is plain data, which travels between threads', () => {
    const made = plan(hellinger);
    expect(structuredClone(made)).toEqual(made);
  });

  it('looks back as far as its baseline reaches', () => {
    const model = { ...hellinger, baseline: { type: 'TrailingWindow', size: 2 } };
    const made = plan(model, march, [entry('2013-02-26'), entry('2013-02-27'), entry('2013-03-02')]);
    expect(made.axis.map(day)).toEqual(['2013-02-27', '2013-02-28', '2013-03-01', '2013-03-02', '2013-03-03']);
    expect(spans(made)).toEqual([
      { read: ['2013-02-27', '2013-02-28'], target: ['2013-03-01', '2013-03-02', '2013-03-03'] },
    ]);
    expect(made.segments.map((segment) => members(made, segment))).toEqual([
      [['2013-02-27'], [], [], ['2013-03-02'], []],
    ]);
  });

  it('looks back 7 buckets when a distance names no baseline, and not at all for other metrics', () => {
    expect(plan(hellinger).axis).toHaveLength(10);
    expect(plan({ ...count, baseline: { type: 'TrailingWindow', size: 30 } }).axis).toHaveLength(3);
    expect(plan({ kind: 'columns' }).axis).toHaveLength(10);
    expect(plan({ kind: 'profile' }).axis).toHaveLength(3);
    expect(plan({ kind: 'profile', baseline: { type: 'TrailingWindow', size: 5 } }).axis).toHaveLength(8);
  });

  it.each([
    ['2013-03-04', '2013-03-01'],
    ['2013-03-04', '2013-03-04'],
  ])('from %s to %s is empty', (from, to) => {
    const made = plan(hellinger, { from, to });
    expect([made.axis, made.segments, made.columns, made.members]).toEqual([[], [], [], []]);
  });

  it('coarsens what a panel cannot show, but not what is one value over the range', () => {
    const around = { ...march, to: '2013-03-31', maxDataPoints: 10 };
    expect(plan(count, around)).toMatchObject({
      size: 'weekly',
      notices: ["shown in weekly batches: the range holds more daily ones than the panel's 10 points"],
    });
    expect(plan({ kind: 'columns' }, around).size).toBe('daily');
    expect(plan({ kind: 'profile' }, around).size).toBe('daily');
    expect(plan(count, { ...around, to: '2013-03-11' }).size).toBe('daily');
  });

  it('ends where the query fixes the moment', () => {
    const made = plan({ ...count, asOf: '2013-03-02T12:00:00Z' }, march);
    expect(made.axis.map(day)).toEqual(['2013-03-01', '2013-03-02']);
    expect(made.notices).toEqual(['the last batch is not complete yet']);
    expect(plan({ ...count, asOf: '2013-02-01' }, march).columns).toEqual([]);
  });

  it.each([
    ['a metric', count, ['no profiles lie in the time range; those of d are of 2013-02-27']],
    // In the window of the first bucket, and in none of the range.
    ['a distance', hellinger, ['no profiles lie in the time range; those of d are of 2013-02-27']],
    ['a profile of the range', { kind: 'profile', target: 'range' }, [expect.stringContaining('no profiles')]],
    ['a profile of a named batch', { kind: 'profile', target: 'batch', batch: '2013-03-02' }, []],
    ['the newest batch', latest, []],
  ])('says of %s where the profiles are when the range has none', (_, model, expected) => {
    expect(plan(model, march, [entry('2013-02-27')]).notices).toEqual(expected);
  });

  it('says when its last batch may still grow, if there is one', () => {
    const around = { ...march, now: '2013-03-03T12:00:00Z' };
    expect(plan(count, around, [entry('2013-03-03')]).notices).toEqual(['the last batch is not complete yet']);
    expect(plan(count, around, [entry('2013-03-02')]).notices).toEqual([]);
    expect(plan(count, { ...march, now: '2013-03-04' }, [entry('2013-03-03')]).notices).toEqual([]);
  });
});

describe('the plan of an alert rule', () => {
  const entries = ['2013-03-01', '2013-03-02', '2013-03-03'].map((key) => entry(key));

  it.each([
    ['2013-03-03T23:59:59.999Z', ['2013-03-01', '2013-03-02']],
    ['2013-03-04T00:00:00Z', ['2013-03-01', '2013-03-02', '2013-03-03']],
    ['2013-03-01T23:00:00Z', []],
  ])('at %s has completed batches only: %p', (to, days) => {
    const made = plan(count, { from: '2013-03-01', to, isAlert: true, now: '2020-01-01' }, entries);
    expect(made.axis.map(day)).toEqual(days);
    expect(made.evaluationMs).toBe(ms(to));
  });

  it('has the batches that it names, however few points its model was saved with', () => {
    const made = plan(count, { from: '2013-01-01', to: '2014-01-01', isAlert: true, maxDataPoints: 10 }, entries);
    expect([made.size, made.axis.length]).toEqual(['daily', 365]);
  });

  it('is of the end of its range, whatever the query says', () => {
    const made = plan(
      { ...latest, asOf: '2012-01-01' },
      { ...march, to: '2013-03-03T06:00:00Z', isAlert: true },
      entries
    );
    expect(spans(made)).toEqual([{ read: [], target: ['2013-03-02'] }]);
  });
});

describe('the plan of the latest batch', () => {
  function latestTarget(asOf: string, keys: readonly string[], model: object = latest): unknown {
    return spans(
      plan(
        { ...model, asOf },
        march,
        keys.map((key) => entry(key))
      )
    );
  }

  it.each([
    ['2013-03-09T06:00:00Z', ['2013-03-07', '2013-03-08', '2013-03-09'], '2013-03-08'],
    ['2013-03-09T00:00:00Z', ['2013-03-07', '2013-03-08'], '2013-03-08'],
    ['2013-03-08T23:59:59Z', ['2013-03-07', '2013-03-08'], '2013-03-07'],
    ['2013-03-09T06:00:00Z', ['2013-03-07'], '2013-03-07'],
  ])('as of %s with %p is %s', (asOf, keys, target) => {
    expect(latestTarget(asOf, keys)).toEqual([{ read: [], target: [target] }]);
  });

  it.each(['2013-03-06', '2013-02-07'])('is none when the newest is %s, but its series is there', (key) => {
    expect(latestTarget('2013-03-09T06:00:00Z', [key])).toEqual([{ read: [], target: [] }]);
  });

  it('forgets a series when the newest of it is older than the lookback', () => {
    expect(latestLookback).toBe(30);
    // Candidates are 7 and 8 March; thirty days before them begin on 5 February.
    expect(latestTarget('2013-03-09T06:00:00Z', ['2013-02-05'])).toHaveLength(1);
    expect(latestTarget('2013-03-09T06:00:00Z', ['2013-02-04'])).toEqual([]);
  });

  it('ignores the range', () => {
    const around = { from: '1980-01-01', to: '1980-01-02' };
    const made = plan({ ...latest, asOf: '2013-03-09' }, around, [entry('2013-03-08')]);
    expect(spans(made)).toEqual([{ read: [], target: ['2013-03-08'] }]);
  });

  it('stands on its window, not on what labels are looked for in', () => {
    const window = ['2013-03-01', '2013-03-02', '2013-03-03', '2013-03-04', '2013-03-05', '2013-03-06', '2013-03-07'];
    const keys = ['2013-02-10', '2013-03-05', '2013-03-08'];
    expect(latestTarget('2013-03-09', keys, { ...hellinger, mode: 'latest' })).toEqual([
      { read: window, target: ['2013-03-08'] },
    ]);
    expect(latestTarget('2013-03-09', keys)).toEqual([{ read: [], target: ['2013-03-08'] }]);
    const profile = { kind: 'profile', target: 'latest', baseline: { type: 'TrailingWindow', size: 7 } };
    expect(latestTarget('2013-03-09', keys, profile)).toEqual([{ read: window, target: ['2013-03-08'] }]);
  });

  it('looks back ninety buckets for a window of ninety', () => {
    const model = { ...hellinger, mode: 'latest', baseline: { type: 'TrailingWindow', size: 90 } };
    const made = plan({ ...model, asOf: '2013-03-09' }, march, [entry('2013-03-08')]);
    expect(made.axis).toHaveLength(92);
  });

  it('is that of each segment', () => {
    const [jfk, lga] = [{ tags: [['origin', 'JFK']] }, { tags: [['origin', 'LGA']] }] as const;
    const made = plan({ ...latest, asOf: '2013-03-09', segments: [{ tags: [{ key: 'origin', value: '*' }] }] }, march, [
      entry('2013-03-07', jfk),
      entry('2013-03-08', lga),
      entry('2013-03-07', lga),
      entry('2013-03-01', { tags: [['origin', 'EWR']] }),
    ]);
    expect(made.segments.map(({ segment }) => segment[0]?.value)).toEqual(['EWR', 'JFK', 'LGA']);
    expect(spans(made)).toEqual([
      { read: [], target: [] },
      { read: [], target: ['2013-03-07'] },
      { read: [], target: ['2013-03-08'] },
    ]);
  });
});

describe('the segments of a plan', () => {
  const entries = ['BR', 'US'].flatMap((country) => [
    entry('2013-03-01', { tags: [['country', country]] }),
    entry('2013-03-02', { tags: [['country', country]] }),
  ]);
  const tag = (value: string) => ({ tags: [{ key: 'country', value }] });

  it.each([
    ['the whole', [], [['2013-03-01', '2013-03-01'], ['2013-03-02', '2013-03-02'], []]],
    ['one', [tag('BR')], [['2013-03-01'], ['2013-03-02'], []]],
  ])('%s', (_, segments, expected) => {
    const made = plan({ ...count, segments }, march, entries);
    expect(made.segments.map((segment) => members(made, segment))).toEqual([expected]);
  });

  it('that occur nowhere are left out', () => {
    const made = plan({ ...count, segments: [tag('FR'), tag('US')] }, march, entries);
    expect(made.segments.map(({ segment }) => segment[0]?.value)).toEqual(['US']);
    expect(plan({ ...count, segments: [tag('FR')] }, march, entries).segments).toEqual([]);
  });

  it('are each there once: a value beside an asterisk that stands for it too', () => {
    const made = plan({ ...count, segments: [tag('US'), tag('*'), tag('BR')] }, march, entries);
    expect(made.segments.map(({ segment }) => segment[0]?.value)).toEqual(['US', 'BR']);
  });

  it('name each profile once, however many of them hold it', () => {
    const made = plan({ ...count, segments: [{}, tag('*')] }, march, entries);
    expect(made.members).toHaveLength(4);
    expect(made.segments.map(({ batches }) => batches)).toEqual([
      [[0, 1], [2, 3], []],
      [[0], [2], []],
      [[1], [3], []],
    ]);
  });

  it('say that one of several partitions was chosen', () => {
    const both = [...entries, entry('2013-03-01', { tags: [['device', 'ios']] })];
    expect(plan(count, march, both).notices).toEqual([
      'the same rows were profiled under several partitions; the one with the fewest keys is shown',
    ]);
    expect(plan({ ...count, segments: [tag('BR')] }, march, both).notices).toEqual([]);
  });

  it.each([
    ['$country', 'country'],
    ['${country:csv}', 'country'],
    ['x-[[country]]', 'country'],
  ])('with a variable that nobody replaced are refused: %p', (value, name) => {
    expect(() => plan({ ...count, segments: [tag(value)] }, march, entries)).toThrow(
      expect.objectContaining({
        name: 'ContractError',
        code: 'variable',
        message: `segments: the variable $${name} was not replaced; alert rules and shared dashboards have no variables, so write the value itself`,
      }) as Error
    );
    expect(() => plan({ ...count, segments: [{ tags: [{ key: value, value: 'x' }] }] }, march, entries)).toThrow(
      /the variable \$country was not replaced/
    );
  });

  it('whose value looks like a variable are answered', () => {
    const made = plan({ ...count, segments: [tag('$low')] }, march, [
      entry('2013-03-01', { tags: [['country', '$low']] }),
    ]);
    expect(made.segments).toHaveLength(1);
  });
});

describe('a reference as the baseline', () => {
  const model = { ...hellinger, baseline: { type: 'Reference', profileId: 'january' } };
  const reference = [
    entry('january/JFK', { profileId: 'january', tags: [['origin', 'JFK']] }),
    entry('january/LGA', { profileId: 'january', tags: [['origin', 'LGA']] }),
  ];
  const data = entry('2013-03-02', { tags: [['origin', 'JFK']] });

  it('is that of the segment, and no history is read', () => {
    const segments = [{}, { tags: [{ key: 'origin', value: 'JFK' }] }];
    const made = plan({ ...model, segments }, march, [data, ...reference]);
    const keys = made.segments.map((segment) => segment.reference?.map((i) => made.members[i]!.object.key));
    expect(keys).toEqual([['january/JFK', 'january/LGA'], ['january/JFK']]);
    expect(made.axis).toHaveLength(3);
  });

  it.each([
    [[data], 'dataset d has no reference profile "january"; it has none'],
    [
      [data, entry('x', { profileId: 'v2' }), entry('x', { profileId: 'v1' })],
      'dataset d has no reference profile "january"; it has v1, v2',
    ],
  ])('must exist', (entries, message) => {
    expect(() => plan(model, march, entries)).toThrow(refused('unknown-reference', message));
  });

  it('that is a variable which nobody replaced is told so, unless there is one of that name', () => {
    const variable = { ...model, baseline: { type: 'Reference', profileId: '${reference}' } };
    expect(() => plan(variable, march, [data])).toThrow(
      /^baseline\.profileId: the variable \$reference was not replaced/
    );
    const named = entry('x', { profileId: '${reference}', tags: [['origin', 'JFK']] });
    expect(plan(variable, march, [data, named]).segments[0]?.reference).toHaveLength(1);
  });

  it('that is there and cannot be read is told so', () => {
    const broken = [rejected('d/reference/january/x.bin', { profileId: 'january' })];
    expect(() => plan(model, march, [data], broken)).toThrow(
      refused(
        'unreadable-profile',
        'the reference profile "january" of dataset d cannot be read: d/reference/january/x.bin is broken'
      )
    );
  });

  it('of which a part cannot be read is told in a notice, and not used by a rule', () => {
    const broken = [rejected('d/reference/january/x.bin', { profileId: 'january' })];
    expect(plan(model, march, [data, ...reference], broken)).toMatchObject({
      rejected: 1,
      notices: ['d/reference/january/x.bin is broken'],
    });
    expect(() => plan(model, { ...march, isAlert: true }, [data, ...reference], broken)).toThrow(
      refused(
        'incomplete-knowledge',
        '1 object of dataset d cannot be read and may belong to the batches of this rule: d/reference/january/x.bin is broken'
      )
    );
    // Another reference is of no concern, nor is this one to a query without it.
    const other = [rejected('d/reference/x/x.bin', { profileId: 'x' })];
    expect(plan(model, { ...march, isAlert: true }, [data, ...reference], other).rejected).toBe(0);
    expect(plan(hellinger, { ...march, isAlert: true }, [data, ...reference], broken).rejected).toBe(0);
  });
});

describe('objects that cannot be read', () => {
  const entries = [entry('2013-03-02')];
  const broken = ['2013-03-02', '2013-02-24', '2013-02-20', 'x'].map((name) => rejected(`d/${name}.bin`));

  it('are told where they may belong into the range or its window', () => {
    expect(plan(count, march, entries, broken)).toMatchObject({
      rejected: 2,
      notices: ['d/2013-03-02.bin is broken', 'd/x.bin is broken'],
    });
    // The window of seven days begins on 22 February.
    expect(plan(hellinger, march, entries, broken).rejected).toBe(3);
  });

  it('keep a rule from its verdict', () => {
    expect(() => plan(count, { ...march, isAlert: true }, entries, broken)).toThrow(
      refused(
        'incomplete-knowledge',
        '2 objects of dataset d cannot be read and may belong to the batches of this rule: d/2013-03-02.bin is broken'
      )
    );
    expect(plan(count, { ...march, isAlert: true }, entries, broken.slice(1, 3)).rejected).toBe(0);
  });

  it('long ago do not keep a rule from the latest verdict', () => {
    const around = { ...march, to: '2013-03-03T06:00:00Z', isAlert: true };
    expect(plan(latest, around, entries, [rejected('d/2013-02-20.bin')]).rejected).toBe(0);
    expect(() => plan(latest, around, entries, [rejected('d/2013-03-01.bin')])).toThrow(/^1 object of dataset d/);
    // Its window begins on 22 February; days are widened by one.
    const drift = { ...hellinger, mode: 'latest' };
    expect(plan(drift, around, entries, [rejected('d/2013-02-20.bin')]).rejected).toBe(0);
    expect(() => plan(drift, around, entries, [rejected('d/2013-02-21.bin')])).toThrow(/^1 object of dataset d/);
  });

  it('are all that a dataset may have', () => {
    expect(plan(count, march, [], [rejected('d/2013-03-02.bin')])).toMatchObject({
      rejected: 1,
      columns: [],
      segments: [],
      notices: ['d/2013-03-02.bin is broken'],
    });
  });
});

describe('a plan that cannot be made', () => {
  it('names the datasets that there are', () => {
    expect(() => plan({ ...count, datasetId: 'x' })).toThrow(/^the store has no dataset "x"; it has d$/);
  });

  it('counts the series that there would be', () => {
    const entries = ['BR', 'US', 'FR'].map((country) => entry('2013-03-01', { tags: [['country', country]] }));
    const model = { ...count, segments: [{ tags: [{ key: 'country', value: '*' }] }] };
    expect(plan(model, march, entries, [], 6).segments).toHaveLength(3);
    expect(() => plan(model, march, entries, [], 5)).toThrow(
      refused(
        'too-many-series',
        'the query asks for 2 columns of 3 segments, more than 5 series. Remedy: name fewer columns or segments, or ask the operator to raise max_series'
      )
    );
    expect(plan({ ...model, columns: { include: ['a'] } }, march, entries, [], 3).columns).toEqual(['a']);
  });

  it('counts the batches of all segments', () => {
    const entries = Array.from({ length: 23 }, (_, i) => entry('2013-03-01', { tags: [['id', String(i)]] }));
    const model = {
      ...count,
      granularity: 'hourly',
      columns: { include: ['a'] },
      segments: [{ tags: [{ key: 'id', value: '*' }] }],
    };
    const range = { from: '2005-01-01', to: '2016-01-01', maxDataPoints: 100_000 };
    // 11 years have 96,408 hours; 20 segments of them are below two million, 23 are not.
    expect(plan(model, range, entries.slice(0, 20)).segments).toHaveLength(20);
    expect(() => plan(model, range, entries)).toThrow(
      refused(
        'too-many-series',
        'the query asks for 96408 batches of 23 segments, together more than 2000000. Remedy: choose a shorter range, a coarser granularity or fewer segments'
      )
    );
  });

  it('has too many buckets', () => {
    const model = { kind: 'columns', granularity: 'hourly' };
    expect(() => plan(model, { from: '2000-01-01', to: '2020-01-01' })).toThrow(
      /^the range holds more than 100000 hourly batches/
    );
  });
});
