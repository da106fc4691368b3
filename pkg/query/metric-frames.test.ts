import { isRequestError, runQuery } from './index.ts';
import { ask, type Around, column, profileOf, requestOf, sessionOf } from './testing/ask.ts';
import { withDamagedLastColumn } from './testing/damage.ts';
import { MemoryStore } from './testing/memory-store.ts';
import type { ReadFrame } from './testing/read-frame.ts';

const ms = (text: string): number => Date.parse(text);

const days: Around = { from: '2013-03-01', to: '2013-03-06' };

/** Days 1 and 2, nothing on 3, two files on 4, nothing on 5. */
const numbers = new MemoryStore({
  'd/1.bin': profileOf('2013-03-01T05:00:00Z', column('a', [1, 2, 3])),
  'd/2.bin': profileOf('2013-03-02', column('a', [4])),
  'd/4/x.bin': profileOf('2013-03-04', column('a', [1, 2])),
  'd/4/y.bin': profileOf('2013-03-04T23:59:59.999Z', column('a', [6, null])),
});

function valuesOf(frame: ReadFrame | undefined): unknown {
  return frame?.fields.find(({ name }) => name !== 'time')?.values;
}

describe('a series', () => {
  it.each([
    ['count', [3, 1, null, 4, null]],
    ['count_null', [0, 0, null, 1, null]],
    ['count_null_ratio', [0, 0, null, 0.25, null]],
    ['mean', [2, 4, null, 3, null]],
    ['min', [1, 4, null, 1, null]],
    ['max', [3, 4, null, 6, null]],
    ['median', [2, 4, null, 2, null]],
    ['quantile_100', [3, 4, null, 6, null]],
  ])('of %s', async (metric, values) => {
    const [frame, ...others] = await ask(sessionOf(numbers), { kind: 'metric', metric }, days);
    expect(others).toEqual([]);
    expect(frame?.type).toBe('timeseries-multi');
    expect(frame?.meta.type).toBe('timeseries-multi');
    expect(frame?.fields.map(({ name }) => name)).toEqual(['time', metric]);
    expect(frame?.fields[0]?.values).toEqual([1, 2, 3, 4, 5].map((day) => ms(`2013-03-0${day}`)));
    expect(valuesOf(frame)).toEqual(values);
  });

  it('says what it is, and what it was computed from', async () => {
    const [frame] = await ask(sessionOf(numbers), { kind: 'metric', metric: 'count_null_ratio' }, days);
    expect(frame?.fields[1]).toMatchObject({
      labels: { dataset: 'd', column: 'a', segment: 'overall', metric: 'count_null_ratio' },
      config: { displayNameFromDS: 'a', unit: 'percentunit' },
    });
    expect(frame?.meta.notices).toBeUndefined();
    expect(frame?.meta.custom).toMatchObject({
      datasetId: 'd',
      profiles: 4,
      rejected: 0,
      granularity: 'daily',
      newestArrivalMs: ms('2013-03-04T23:59:59.999Z'),
      evaluationTimeMs: ms('2013-04-01'),
    });
  });

  it('in weeks and months', async () => {
    const week = { kind: 'metric', metric: 'count', granularity: 'weekly' };
    const [frame] = await ask(sessionOf(numbers), week, days);
    expect(frame?.fields.map(({ values }) => values)).toEqual([
      [ms('2013-02-25'), ms('2013-03-04')],
      [4, 4],
    ]);
    const month = { kind: 'metric', metric: 'count', granularity: 'monthly' };
    expect(valuesOf((await ask(sessionOf(numbers), month, days))[0])).toEqual([8]);
  });

  it('coarser than asked for where the panel has no room', async () => {
    const [frame] = await ask(sessionOf(numbers), { kind: 'metric', metric: 'count' }, { ...days, maxDataPoints: 3 });
    expect(valuesOf(frame)).toEqual([4, 4]);
    expect(frame?.meta.custom).toMatchObject({ granularity: 'weekly' });
    expect(frame?.meta.notices).toHaveLength(1);
  });

  it('for each column and segment, in this order, with the remarks in the first', async () => {
    const files: Record<string, Uint8Array | Error> = { 'd/broken.bin': new Error('broken.bin is broken') };
    for (const origin of ['LGA', 'JFK']) {
      files[`d/${origin}.bin`] = profileOf('2013-03-01', [{ b: 1, a: 2 }], { segmentTags: { origin } });
    }
    const segments = [{ tags: [{ key: 'origin', value: '*' }] }, {}];
    const frames = await ask(sessionOf(new MemoryStore(files)), { kind: 'metric', metric: 'count', segments }, days);
    expect(frames.map(({ fields }) => fields[1]?.config['displayNameFromDS'])).toEqual([
      'a · origin=JFK',
      'a · origin=LGA',
      'a',
      'b · origin=JFK',
      'b · origin=LGA',
      'b',
    ]);
    expect(frames.map(({ fields }) => fields[1]?.values[0])).toEqual([1, 1, 2, 1, 1, 2]);
    expect(frames.map(({ meta }) => meta.notices?.map(({ text }) => text))).toEqual([
      ['broken.bin is broken'],
      ...Array.from({ length: 5 }, () => undefined),
    ]);
    expect(new Set(frames.map(({ fields }) => JSON.stringify(fields[1]?.labels))).size).toBe(6);
  });

  it('of a column that is named is there with nulls where the range lost it', async () => {
    const store = new MemoryStore({
      'd/1.bin': profileOf('2013-02-01', [{ old: 1 }]),
      'd/2.bin': profileOf('2013-03-02', [{ a: 1 }]),
    });
    const model = { kind: 'metric', metric: 'count', columns: { include: ['old'] } };
    const [frame] = await ask(sessionOf(store), model, { from: '2013-03-01', to: '2013-03-03' });
    expect(valuesOf(frame)).toEqual([null, null]);
  });

  it.each([
    ['of discrete columns', ['group:discrete'], ['a_text', 'few']],
    ['of continuous columns', ['group:continuous'], ['fraction', 'many']],
    ['of discrete columns and one by name', ['group:discrete', 'many'], ['a_text', 'few', 'many']],
  ])('%s', async (_, include, expected) => {
    const rows = Array.from({ length: 40 }, (__, i) => ({ a_text: 'x', few: i % 3, fraction: 0.5, many: i }));
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', rows) });
    const frames = await ask(sessionOf(store), { kind: 'metric', metric: 'count', columns: { include } }, days);
    expect(frames.map(({ fields }) => fields[1]?.labels['column'])).toEqual(expected);
  });

  it('of a group does not hold a column of which nobody can tell whether it is discrete', async () => {
    const store = new MemoryStore({
      'd/1.bin': withDamagedLastColumn(profileOf('2013-03-01', [{ s: 'x', z: 'damaged' }])),
    });
    const model = { kind: 'metric', metric: 'count' };
    const all = await ask(sessionOf(store), { ...model, columns: { include: ['group:discrete'] } }, days);
    expect(all.map(({ fields }) => fields[1]?.labels['column'])).toEqual(['s']);
    const others = await ask(
      sessionOf(store),
      { ...model, columns: { include: ['*'], exclude: ['group:discrete'] } },
      days
    );
    expect(others.map(({ fields }) => fields[1]?.labels['column'])).toEqual(['z']);
  });

  it('holds infinities where the data do', async () => {
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', column('a', [1.5, Infinity])) });
    const around = { from: '2013-03-01', to: '2013-03-02' };
    expect(valuesOf((await ask(sessionOf(store), { kind: 'metric', metric: 'max' }, around))[0])).toEqual([Infinity]);
    const own = { type: 'Reference', profileId: 'r' };
    const both = new MemoryStore({
      'd/1.bin': profileOf('2013-03-01', column('a', [1.5, Infinity])),
      'd/reference/r.bin': profileOf('2013-01-01', column('a', [1.5, 2.5])),
    });
    const drift = { kind: 'metric', metric: 'hellinger', distribution: 'histogram', baseline: own };
    expect(valuesOf((await ask(sessionOf(both), drift, around))[0])).toEqual([null]);
  });
});

describe('a range beyond the times that Grafana knows', () => {
  it.each([
    ['1500-01-01', '2014-01-01'],
    ['2013-01-01', '2900-01-01'],
    ['-100000-01-01', '+100000-01-01'],
  ])('from %s to %s is answered within them', async (from, to) => {
    const [frame] = await ask(
      sessionOf(numbers),
      { kind: 'metric', metric: 'count' },
      { from, to, maxDataPoints: 100 }
    );
    const values = valuesOf(frame) as readonly (number | null)[];
    expect(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(8);
  });

  it.each([
    ['1200-01-01', '1500-01-01'],
    ['2500-01-01', '2900-01-01'],
  ])('from %s to %s holds nothing', async (from, to) => {
    const frames = await ask(sessionOf(numbers), { kind: 'metric', metric: 'count' }, { from, to });
    expect(frames).toMatchObject([{ type: 'no-data' }]);
  });
});

describe('the latest number', () => {
  it.each([
    ['2013-03-05T06:00:00Z', 4],
    ['2013-03-06T06:00:00Z', 4],
    ['2013-03-07T00:00:00Z', null],
    ['2013-03-03T06:00:00Z', 1],
    ['2013-03-02T00:00:00Z', 3],
    ['2013-03-01T23:00:00Z', undefined],
  ])('as of %s is %p', async (asOf, value) => {
    const [frame] = await ask(sessionOf(numbers), { kind: 'metric', metric: 'count', mode: 'latest', asOf });
    if (value === undefined) {
      expect([frame?.type, frame?.meta.type, frame?.fields]).toEqual(['no-data', 'numeric-multi', []]);
    } else {
      expect(frame?.type).toBe('numeric-multi');
      expect(frame?.fields).toMatchObject([
        { name: 'count', values: [value], labels: { dataset: 'd', column: 'a', segment: 'overall', metric: 'count' } },
      ]);
    }
  });

  it('reads its own batch only', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => {
        const day = `2013-03-${`${i + 1}`.padStart(2, '0')}`;
        return [`d/${day}.bin`, profileOf(day, column('a', [i]))];
      })
    );
    const store = new MemoryStore(files);
    const session = sessionOf(store);
    await session.index();
    store.opened.length = 0;
    const asOf = '2013-03-21';
    expect(await ask(session, { kind: 'metric', metric: 'max', mode: 'latest', asOf })).toMatchObject([
      { fields: [{ values: [19] }], meta: { custom: { profiles: 1 } } },
    ]);
    expect(store.opened).toEqual(['d/2013-03-20.bin']);
    store.opened.length = 0;
    const window = { type: 'TrailingWindow', size: 2 };
    await ask(session, { kind: 'metric', metric: 'psi', mode: 'latest', asOf, baseline: window });
    expect(store.opened).toEqual(['d/2013-03-18.bin', 'd/2013-03-19.bin']);
  });

  it('of a group is there, with its label, while its data stop', async () => {
    const store = new MemoryStore({ 'd/1.bin': profileOf('2013-03-01', column('a', ['x'])) });
    const model = {
      kind: 'metric',
      metric: 'count',
      mode: 'latest',
      asOf: '2013-03-20',
      columns: { include: ['group:discrete'] },
    };
    expect(await ask(sessionOf(store), model)).toMatchObject([
      { type: 'numeric-multi', fields: [{ values: [null], labels: { column: 'a' } }] },
    ]);
  });
});

describe('a distance', () => {
  // Shares of 0 and 1, the first and the last of thirty bins: (1/2, 1/2), (1/4, 3/4), none, (1, 0).
  const shares = new MemoryStore({
    'd/1.bin': profileOf('2013-03-01', column('a', [0, 0, 1, 1])),
    'd/2.bin': profileOf('2013-03-02', column('a', [0, 1, 1, 1])),
    'd/4.bin': profileOf('2013-03-04', column('a', [0, 0])),
    'd/reference/even.bin': profileOf('2012-01-01', column('a', [0, 1])),
  });
  const { sqrt } = Math;
  const apart = (p: number, q: number): number =>
    sqrt(((sqrt(p) - sqrt(q)) ** 2 + (sqrt(1 - p) - sqrt(1 - q)) ** 2) / 2);

  it.each([
    ['the bucket before', { type: 'TrailingWindow', size: 1 }, [null, apart(1 / 2, 1 / 4), null, null, null]],
    [
      'the two buckets before',
      { type: 'TrailingWindow', size: 2 },
      [null, apart(1 / 2, 1 / 4), null, apart(1 / 4, 1), null],
    ],
    // Three of eight values of days 1 and 2 are zeros.
    ['the seven buckets before', undefined, [null, apart(1 / 2, 1 / 4), null, apart(3 / 8, 1), null]],
    ['a reference', { type: 'Reference', profileId: 'even' }, [0, apart(1 / 2, 1 / 4), null, apart(1 / 2, 1), null]],
  ])('from %s', async (_, baseline, expected) => {
    const [frame] = await ask(sessionOf(shares), { kind: 'metric', metric: 'hellinger', baseline }, days);
    const values = valuesOf(frame) as readonly (number | null)[];
    expect(values.map((value) => value === null)).toEqual(expected.map((value) => value === null));
    values.forEach((value, i) => expect(value ?? 0).toBeCloseTo(expected[i] ?? 0, 14));
  });

  it('of a day is the same alone and in a range, from what lies before the range', async () => {
    const model = { kind: 'metric', metric: 'jensenshannon' };
    const all = valuesOf((await ask(sessionOf(shares), model, days))[0]) as readonly unknown[];
    for (let day = 1; day <= 5; day += 1) {
      const alone = await ask(sessionOf(shares), model, {
        from: `2013-03-0${day}`,
        to: `2013-03-0${day}T00:00:00.001Z`,
      });
      // A day without data has no series of its own.
      expect(alone[0]?.type === 'no-data' ? [null] : valuesOf(alone[0])).toEqual([all[day - 1]]);
    }
  });

  it.each(['histogram', 'frequent_items'])('by %s of texts and numbers', async (distribution) => {
    const store = new MemoryStore({
      'd/1.bin': profileOf('2013-03-01', [{ number: 0.5, text: 'x' }]),
      'd/2.bin': profileOf('2013-03-02', [{ number: 0.7, text: 'y' }]),
    });
    const frames = await ask(sessionOf(store), { kind: 'metric', metric: 'hellinger', distribution }, days);
    const last = Object.fromEntries(
      frames.map((frame) => [frame.fields[1]?.labels['column'] ?? '', frame.fields[1]?.values[1]])
    );
    expect(last).toEqual(distribution === 'histogram' ? { number: 1, text: null } : { number: null, text: 1 });
  });
});

describe('a distance of infinite values', () => {
  const infinite = new MemoryStore({
    'd/1.bin': profileOf('2013-03-01', column('a', [1.5, 2])),
    'd/2.bin': profileOf('2013-03-02', column('a', [1.5, Infinity])),
    'd/3.bin': profileOf('2013-03-03', column('a', [1.5, 2])),
    'd/4.bin': profileOf('2013-03-04', column('a', [1.5, 2])),
  });
  const window = { type: 'TrailingWindow', size: 1 };

  it.each(['auto', 'histogram'])('is null and says why, by %s', async (distribution) => {
    const model = { kind: 'metric', metric: 'hellinger', baseline: window, distribution };
    const [drift] = await ask(sessionOf(infinite), model, { from: '2013-03-02', to: '2013-03-05' });
    expect(valuesOf(drift)).toEqual([null, null, 0]);
    expect(drift?.meta.notices).toEqual([
      {
        severity: 'info',
        text: '2 of 3 batches have infinite values in them or in their baseline; their distance is null',
      },
    ]);
  });
});

describe('a profile that cannot be read', () => {
  const damaged = new MemoryStore({
    'd/1.bin': profileOf('2013-03-01', column('a', [1, 2])),
    'd/2.bin': withDamagedLastColumn(profileOf('2013-03-02', column('a', [1, 2]))),
    'd/3.bin': profileOf('2013-03-03', column('a', [1, 2])),
    'd/4.bin': profileOf('2013-03-04', column('a', [1, 2])),
  });
  const window = { type: 'TrailingWindow', size: 1 };

  it('leaves a gap, and in what stands on it; the reason is told once', async () => {
    const [mean] = await ask(sessionOf(damaged), { kind: 'metric', metric: 'unique_est_ratio' }, days);
    expect((valuesOf(mean) as unknown[]).map((value) => value === null)).toEqual([false, true, false, false, true]);
    expect(mean?.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringMatching(/^d\/2\.bin: column "a"/) as string },
    ]);
    const [drift] = await ask(sessionOf(damaged), { kind: 'metric', metric: 'hellinger', baseline: window }, days);
    expect((valuesOf(drift) as unknown[]).map((value) => value === null)).toEqual([true, true, true, false, true]);
    expect(drift?.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringMatching(/^d\/2\.bin: column "a"/) as string },
      { severity: 'info', text: '1 of 3 batches have no baseline to be compared with; their distance is null' },
    ]);
  });

  it('leaves a gap behind a window of which the rest can be read', async () => {
    const model = { kind: 'metric', metric: 'hellinger', baseline: { type: 'TrailingWindow', size: 2 } };
    const [drift] = await ask(sessionOf(damaged), model, days);
    expect((valuesOf(drift) as unknown[]).map((value) => value === null)).toEqual([true, true, true, true, true]);
    const later = await ask(sessionOf(damaged), { ...model, baseline: window }, days);
    expect((valuesOf(later[0]) as unknown[])[3]).toBe(0);
  });

  it('keeps a rule from its verdict', async () => {
    const rule = ask(sessionOf(damaged), { kind: 'metric', metric: 'unique_est_ratio' }, { ...days, isAlert: true });
    await expect(rule).rejects.toMatchObject({
      name: 'RequestError',
      code: 'unreadable-profile',
      message: expect.stringMatching(/^a profile of this rule cannot be read: d\/2\.bin: column "a"/) as string,
    });
  });

  it('is no matter to a rule that does not stand on it', async () => {
    const latest = { kind: 'metric', metric: 'hellinger', mode: 'latest', baseline: window };
    const rule = { to: '2013-03-05', isAlert: true };
    expect(await ask(sessionOf(damaged), latest, rule)).toMatchObject([{ fields: [{ values: [0] }] }]);
    const before = { to: '2013-03-04', isAlert: true };
    await expect(ask(sessionOf(damaged), latest, before)).rejects.toThrow(/^a profile of this rule/);
  });
});

describe('a query that nobody waits for', () => {
  it('stops before the next batch', async () => {
    const session = sessionOf(numbers);
    await session.index();
    numbers.opened.length = 0;
    let asked = 0;
    const isCancelled = (): boolean => {
      asked += 1;
      return asked > 2;
    };
    const answer = runQuery(session, requestOf({ kind: 'metric', metric: 'count' }, days), isCancelled);
    await expect(answer).rejects.toMatchObject({ code: 'cancelled', message: 'the query was cancelled' });
    await answer.catch((error: unknown) => expect(isRequestError(error)).toBe(true));
    expect(numbers.opened).toEqual(['d/1.bin', 'd/2.bin']);
  });
});

describe('a query without data', () => {
  it.each([
    ['metric', { kind: 'metric', metric: 'count' }, 'timeseries-multi'],
    ['latest metric', { kind: 'metric', metric: 'count', mode: 'latest', asOf: '2020-01-01' }, 'numeric-multi'],
    ['profile', { kind: 'profile' }, 'table'],
    ['columns', { kind: 'columns' }, 'table'],
  ])('of kind %s is answered by an empty frame of its type', async (_, model, type) => {
    const frames = await ask(sessionOf(numbers), model, { from: '2020-01-01', to: '2020-01-05' });
    expect(frames).toMatchObject([
      { type: 'no-data', meta: { type, custom: { datasetId: 'd', profiles: 0 } }, fields: [] },
    ]);
  });
});
