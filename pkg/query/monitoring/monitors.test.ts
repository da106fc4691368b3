import type { Around } from '../testing/ask.ts';
import { ask, column, profileOf, sessionOf } from '../testing/ask.ts';
import { withDamagedLastColumn } from '../testing/damage.ts';
import { analyzerOf, documentOf, monitoredStore, monitorOf, noticesOf } from '../testing/monitored.ts';
import type { ReadFrame } from '../testing/read-frame.ts';

const week: Around = { from: '2013-03-01', to: '2013-03-08' };
const at = (now: string): Around => ({ now, from: '2013-03-01', to: now });
const rule = { kind: 'monitor', mode: 'latest' };
const table = { kind: 'monitor' };
const digest = (more: object = {}) => monitorOf({ mode: { type: 'DIGEST', ...more } });
const daily = { type: 'fixed', cadence: 'daily' };
const star = analyzerOf({ targetMatrix: { type: 'column', include: ['*'] } });
const two = { 'd/b.bin': profileOf('2013-03-04', column('b', [9])) };

/** The number of each frame, by column or monitor. */
function numbersOf(frames: readonly ReadFrame[]): readonly unknown[] {
  return frames.map(({ fields: [value] }) => [value?.labels['column'] ?? value?.labels['monitor'], value?.values[0]]);
}

/** The rows of a table, by the given fields. */
function rowsOf([frame]: readonly ReadFrame[], ...names: readonly string[]): readonly unknown[] {
  const columns = names.map((name) => frame?.fields.find((field) => field.name === name)?.values ?? []);
  return (columns[0] ?? []).map((_, i) => columns.map((values) => values[i]));
}

describe('a monitor of every anomaly', () => {
  it('has a number for each column and segment: 1, 0, or null without a verdict', async () => {
    const session = sessionOf(monitoredStore(documentOf({ analyzers: [star] }), two));
    expect(numbersOf(await ask(session, rule, at('2013-03-05T12:00:00Z')))).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(numbersOf(await ask(session, rule, at('2013-03-06T12:00:00Z')))).toEqual([
      ['a', 0],
      ['b', null],
    ]);
    // Nothing for two batches: the label sets stay.
    expect(numbersOf(await ask(session, rule, at('2013-03-20T12:00:00Z')))).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('has labels by which Grafana routes', async () => {
    const actions = [
      { type: 'global', target: 'on-call team' },
      { type: 'email', target: 'x@example.org' },
    ];
    const store = monitoredStore(documentOf({ monitors: [monitorOf({ severity: 1, actions })] }));
    const [frame] = await ask(sessionOf(store), rule, at('2013-03-05T12:00:00Z'));
    expect(frame?.fields[0]?.labels).toEqual({
      dataset: 'd',
      column: 'a',
      segment: 'overall',
      metric: 'mean',
      analyzer: 'mean-analyzer',
      monitor: 'mean-monitor',
      severity: '1',
      action_on_call_team: 'true',
      action_email: 'true',
    });
    expect(frame?.fields[0]?.name).toBe('anomaly');
  });

  it('speaks of what its filter keeps', async () => {
    const mode = { type: 'EVERY_ANOMALY', filter: { excludeColumns: ['a'] } };
    const store = monitoredStore(documentOf({ analyzers: [star], monitors: [monitorOf({ mode })] }), two);
    expect(numbersOf(await ask(sessionOf(store), rule, at('2013-03-05T12:00:00Z')))).toEqual([['b', 1]]);
    expect(rowsOf(await ask(sessionOf(store), table, week), 'column')).toEqual([['b']]);
  });

  it('speaks of its own analyzer', async () => {
    const other = analyzerOf({ id: 'other-analyzer', config: { type: 'fixed', metric: 'mean', lower: 100 } });
    const store = monitoredStore(documentOf({ analyzers: [analyzerOf(), other] }));
    const frames = await ask(sessionOf(store), rule, at('2013-03-06T12:00:00Z'));
    expect(numbersOf(frames)).toEqual([['a', 0]]);
  });
});

describe('a digest', () => {
  it('that is made at once counts the anomalies of the newest batch', async () => {
    const store = monitoredStore(documentOf({ analyzers: [star], monitors: [digest()] }), two);
    const frames = await ask(sessionOf(store), rule, at('2013-03-05T12:00:00Z'));
    expect(numbersOf(frames)).toEqual([['mean-monitor', 2]]);
    expect(frames[0]?.fields[0]).toMatchObject({
      name: 'anomalies',
      labels: { dataset: 'd', monitor: 'mean-monitor', severity: '3' },
    });
    expect(numbersOf(await ask(sessionOf(store), rule, at('2013-03-06T12:00:00Z')))).toEqual([['mean-monitor', 0]]);
    expect(numbersOf(await ask(sessionOf(store), rule, at('2013-03-20T12:00:00Z')))).toEqual([['mean-monitor', null]]);
  });

  it('on a schedule counts those of the range, within its offset', async () => {
    const scheduled = (more: object) => monitorOf({ schedule: daily, mode: { type: 'DIGEST', ...more } });
    const count = async (more: object) =>
      numbersOf(
        await ask(
          sessionOf(monitoredStore(documentOf({ monitors: [scheduled(more)] }))),
          rule,
          at('2013-03-06T00:00:00Z')
        )
      );
    expect(await count({})).toEqual([['mean-monitor', 2]]);
    // 4 March is exactly two days old; 3 March is older.
    expect(await count({ datasetTimestampOffset: 'P2D' })).toEqual([['mean-monitor', 1]]);
    expect(await count({ datasetTimestampOffset: 'PT47H' })).toEqual([['mean-monitor', 0]]);
    // The result of 4 March could be known at its end, a day ago.
    expect(await count({ creationTimeOffset: 'P1D' })).toEqual([['mean-monitor', 1]]);
    expect(await count({ creationTimeOffset: 'PT23H' })).toEqual([['mean-monitor', 0]]);
    // And those that a filter lets through.
    expect(await count({ filter: { minAlertCount: 3 } })).toEqual([['mean-monitor', 0]]);
    expect(await count({ filter: { minAlertCount: 2 } })).toEqual([['mean-monitor', 2]]);
  });

  it('a result is as old as its data: late ones make it new', async () => {
    const late = { creationTimestampMs: Date.parse('2013-03-05T23:00:00Z') };
    const monitors = [monitorOf({ schedule: daily, mode: { type: 'DIGEST', creationTimeOffset: 'PT2H' } })];
    const store = monitoredStore(documentOf({ monitors }), {
      'd/3.bin': profileOf('2013-03-03', column('a', [5]), late),
    });
    expect(numbersOf(await ask(sessionOf(store), rule, at('2013-03-06T00:00:00Z')))).toEqual([['mean-monitor', 1]]);
  });

  it('beside a monitor of every anomaly each has its own time', async () => {
    const monitors = [monitorOf({ id: 'scheduled-monitor', schedule: daily, mode: { type: 'DIGEST' } }), monitorOf()];
    const frames = await ask(sessionOf(monitoredStore(documentOf({ monitors }))), rule, at('2013-03-06T12:00:00Z'));
    expect(numbersOf(frames)).toEqual([
      ['scheduled-monitor', 2],
      ['a', 0],
    ]);
  });
});

describe('a monitor that says nothing', () => {
  const range = { start: '2013-03-05T00:00:00Z', end: '2013-03-06T00:00:00Z' };
  const silenced = (mode: string) =>
    monitorOf({ schedule: { ...daily, exclusionRanges: [range] }, mode: { type: mode } });

  it.each(['EVERY_ANOMALY', 'DIGEST'])('is 0 in an exclusion range, not missing: %s', async (mode) => {
    const session = sessionOf(monitoredStore(documentOf({ monitors: [silenced(mode)] })));
    const inside = await ask(session, rule, at('2013-03-05T12:00:00Z'));
    expect(inside.map(({ fields }) => fields[0]?.values[0])).toEqual([0]);
    expect(noticesOf(inside)).toEqual([
      'warning: the monitor "mean-monitor" is disabled or in an exclusion range, and says nothing',
    ]);
    expect(rowsOf(await ask(session, table, { ...week, now: '2013-03-05T12:00:00Z' }), 'column')).toEqual([]);
    expect(rowsOf(await ask(session, table, { ...week, now: '2013-03-06T00:00:00Z' }), 'column')).toHaveLength(2);
  });

  it('does so whatever its cadence: Grafana decides when to ask', async () => {
    const weekly = monitorOf({ schedule: { type: 'fixed', cadence: 'weekly' } });
    const frames = await ask(
      sessionOf(monitoredStore(documentOf({ monitors: [weekly] }))),
      rule,
      at('2013-03-05T12:00:00Z')
    );
    expect(numbersOf(frames)).toEqual([['a', 1]]);
  });

  it('that is disabled is left out, and 0 when asked for by its id', async () => {
    const monitors = [monitorOf({ disabled: true }), monitorOf({ id: 'other-monitor' })];
    const session = sessionOf(monitoredStore(documentOf({ monitors })));
    const all = await ask(session, rule, at('2013-03-05T12:00:00Z'));
    expect(all.map(({ fields }) => fields[0]?.labels['monitor'])).toEqual(['other-monitor']);
    const one = await ask(session, { ...rule, monitorId: 'mean-monitor' }, at('2013-03-05T12:00:00Z'));
    expect(numbersOf(one)).toEqual([['a', 0]]);
  });
});

describe('the table of a monitor', () => {
  it('lists the anomalies of the range with their evidence, the newest first', async () => {
    const frames = await ask(sessionOf(monitoredStore()), table, week);
    expect(frames).toHaveLength(1);
    expect(
      rowsOf(frames, 'time', 'monitor', 'severity', 'column', 'segment', 'metric', 'value', 'explanation')
    ).toEqual([
      [Date.parse('2013-03-04'), 'mean-monitor', 3, 'a', 'overall', 'mean', 7, 'mean is 7, above the upper bound 4'],
      [Date.parse('2013-03-03'), 'mean-monitor', 3, 'a', 'overall', 'mean', 5, 'mean is 5, above the upper bound 4'],
    ]);
    expect(rowsOf(frames, 'analyzer', 'type', 'state')).toEqual([
      ['mean-analyzer', 'fixed', 'final'],
      ['mean-analyzer', 'fixed', 'final'],
    ]);
    expect(new Set(rowsOf(frames, 'id').flat()).size).toBe(2);
  });

  it('tells what has no verdict', async () => {
    const store = monitoredStore(documentOf(), {
      'd/3.bin': withDamagedLastColumn(profileOf('2013-03-03', column('a', [5]))),
    });
    const frames = await ask(sessionOf(store), table, week);
    expect(rowsOf(frames, 'value')).toEqual([[7]]);
    expect(noticesOf(frames)).toEqual([
      expect.stringMatching(/^warning: 1 result has no verdict: MetricException: .*d\/3\.bin/),
    ]);
  });

  it('tells of analyzers that are not evaluated', async () => {
    const analyzers = [
      analyzerOf({ id: 'off-analyzer', disabled: true }),
      analyzerOf({ id: 'bad-analyzer', config: { type: 'x' } }),
    ];
    const monitors = ['off-analyzer', 'bad-analyzer', 'no-analyzer'].map((id) =>
      monitorOf({ id: `${id}-monitor`, analyzerIds: [id] })
    );
    const session = sessionOf(monitoredStore(documentOf({ analyzers, monitors })));
    expect(noticesOf(await ask(session, table, week))).toEqual([
      'warning: the monitor "off-analyzer-monitor" names the analyzer "off-analyzer", which is disabled',
      expect.stringMatching(
        /^warning: the monitor "bad-analyzer-monitor" names the analyzer "bad-analyzer", which cannot run: analyzers\[1\]\.config\.type: "x" is no type of analyzer/
      ),
      'warning: the monitor "no-analyzer-monitor" names the analyzer "no-analyzer", which the document does not have',
    ]);
  });
});

it.each([
  [[], 'it has none'],
  [[monitorOf(), monitorOf({ id: 'other-monitor' })], 'it has mean-monitor, other-monitor'],
])('an unknown monitor is an error', async (monitors, known) => {
  const session = sessionOf(monitoredStore(documentOf({ monitors })));
  await expect(ask(session, { ...rule, monitorId: 'x' }, week)).rejects.toMatchObject({
    code: 'unknown-monitor',
    message: `the monitor document of dataset d has no monitor "x"; ${known}`,
  });
});

describe('anomalies as annotations', () => {
  const anomalies = { kind: 'anomalies' };

  it('are of every analyzer, oldest first, each as long as its batch', async () => {
    const segments = [{ tags: [] }, { tags: [{ key: 'city', value: 'york' }] }];
    const analyzers = [
      analyzerOf({ targetMatrix: { type: 'column', include: ['a'], segments } }),
      analyzerOf({
        id: 'rows-analyzer',
        targetMatrix: { type: 'dataset' },
        config: { type: 'fixed', metric: 'profile.count', upper: 1 },
      }),
      analyzerOf({ id: 'off-analyzer', disabled: true }),
    ];
    const store = monitoredStore(documentOf({ analyzers }), {
      'd/x.bin': profileOf('2013-03-03', column('a', [9]), { segmentTags: { city: 'york' } }),
    });
    const frames = await ask(sessionOf(store), anomalies, week);
    expect(rowsOf(frames, 'time', 'timeEnd', 'title', 'tags')).toEqual([
      [Date.parse('2013-03-03'), Date.parse('2013-03-04'), 'Anomaly: the dataset', 'driftglass,fixed,profile.count'],
      [Date.parse('2013-03-03'), Date.parse('2013-03-04'), 'Anomaly: a', 'driftglass,fixed,mean,a'],
      [Date.parse('2013-03-03'), Date.parse('2013-03-04'), 'Anomaly: a in city=york', 'driftglass,fixed,mean,a'],
      [Date.parse('2013-03-04'), Date.parse('2013-03-05'), 'Anomaly: a', 'driftglass,fixed,mean,a'],
    ]);
    expect(rowsOf(frames, 'text')[3]).toEqual(['mean is 7, above the upper bound 4']);
    expect(new Set(rowsOf(frames, 'id').flat()).size).toBe(4);
  });

  it('have tags that Grafana can tell apart: none holds a comma', async () => {
    const analyzers = [analyzerOf({ targetMatrix: { type: 'column', include: ['a, b'] } })];
    const store = monitoredStore(documentOf({ analyzers }), {
      'd/x.bin': profileOf('2013-03-03', column('a, b', [9])),
    });
    const frames = await ask(sessionOf(store), anomalies, week);
    expect(rowsOf(frames, 'title', 'tags')).toEqual([['Anomaly: a, b', 'driftglass,fixed,mean,a  b']]);
  });

  it('are of the analyzers that are asked for, each once, with what is to be said of them', async () => {
    const analyzers = [analyzerOf(), analyzerOf({ id: 'off-analyzer', disabled: true })];
    const model = { ...anomalies, analyzerIds: ['off-analyzer', 'off-analyzer'] };
    const frames = await ask(sessionOf(monitoredStore(documentOf({ analyzers }))), model, week);
    expect(rowsOf(frames, 'time')).toHaveLength(2);
    expect(noticesOf(frames)).toEqual([
      'warning: the analyzer "off-analyzer" is disabled in its document; it is shown all the same',
    ]);
  });

  it('tell of analyzers that cannot run, and of results without verdict', async () => {
    const analyzers = [
      analyzerOf({ id: 'bad-analyzer', config: { type: 'x' } }),
      analyzerOf({
        config: { type: 'diff', metric: 'mean', threshold: 1, baseline: { type: 'TrailingWindow', size: 4 } },
      }),
    ];
    const frames = await ask(sessionOf(monitoredStore(documentOf({ analyzers }))), anomalies, week);
    expect(noticesOf(frames)).toEqual([
      expect.stringMatching(/^warning: the analyzer "bad-analyzer" cannot run: analyzers\[0\]\.config\.type: /),
      'info: 1 result has no verdict: InsufficientBaseline: 0 of the 4 baseline batches have the metric, and 1 is needed. Remedy: wait until there are more batches',
    ]);
  });

  it('there are none of nothing', async () => {
    const frames = await ask(sessionOf(monitoredStore()), anomalies, { from: '2013-03-01', to: '2013-03-03' });
    expect(rowsOf(frames, 'time')).toEqual([]);
    expect(noticesOf(frames)).toEqual([]);
  });
});

describe('events', () => {
  const tagged = (day: string, segmentTags: Readonly<Record<string, string>>) =>
    profileOf(day, column('a', [1]), { segmentTags });
  const store = monitoredStore(null, {
    'd/a.bin': tagged('2013-02-20', { version: '1', zone: 'x' }),
    'd/b.bin': tagged('2013-03-02', { version: '1' }),
    'd/c.bin': tagged('2013-03-02', { version: '2' }),
    'd/d.bin': tagged('2013-03-06', { version: '2', zone: 'x' }),
    'd/e.bin': tagged('2013-03-07', { version: '2', zone: 'y' }),
  });
  const events = { kind: 'events' };

  it('are changes of the values of a tag, held against the newest batch that has it', async () => {
    const frames = await ask(sessionOf(store), events, week);
    expect(rowsOf(frames, 'time', 'title', 'text', 'tags', 'id')).toEqual([
      [
        Date.parse('2013-03-02'),
        'version is 1, 2',
        'version was 1 and is 1, 2',
        'driftglass,version',
        `version@${Date.parse('2013-03-02')}`,
      ],
      [
        Date.parse('2013-03-06'),
        'version is 2',
        'version was 1, 2 and is 2',
        'driftglass,version',
        `version@${Date.parse('2013-03-06')}`,
      ],
      [
        Date.parse('2013-03-07'),
        'zone is y',
        'zone was x and is y',
        'driftglass,zone',
        `zone@${Date.parse('2013-03-07')}`,
      ],
    ]);
  });

  it('are of the tags that are asked for, in the buckets that are asked for', async () => {
    const zone = await ask(sessionOf(store), { ...events, tagKeys: ['zone'] }, week);
    expect(rowsOf(zone, 'title')).toEqual([['zone is y']]);
    const weekly = await ask(sessionOf(store), { ...events, granularity: 'weekly' }, week);
    expect(rowsOf(weekly, 'time', 'title')).toEqual([
      [Date.parse('2013-02-25'), 'version is 1, 2'],
      [Date.parse('2013-03-04'), 'version is 2'],
      [Date.parse('2013-03-04'), 'zone is x, y'],
    ]);
  });

  it('the first value changes nothing, nor what is longer ago than a baseline', async () => {
    const later = await ask(sessionOf(store), events, { from: '2013-06-07', to: '2013-06-08', now: '2014-01-01' });
    expect(rowsOf(later, 'title')).toEqual([]);
    const early = await ask(sessionOf(store), events, { from: '2013-02-19', to: '2013-02-22' });
    expect(rowsOf(early, 'title')).toEqual([]);
  });
});
