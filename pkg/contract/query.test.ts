import { parseQuery, queryKinds, querySchemaVersion } from './index.ts';
import { refusal } from './testing/refusal.ts';

const common = {
  datasetId: 'flights',
  columns: { include: ['*'], exclude: [] },
  segments: [[]],
  granularity: 'daily',
  asOfMs: null,
};

const defaultWindow = { type: 'TrailingWindow', size: 7 };

const metricQuery = {
  kind: 'metric',
  ...common,
  metric: { kind: 'column', name: 'count' },
  mode: 'series',
  baseline: defaultWindow,
  distribution: 'auto',
};

const profileQuery = {
  kind: 'profile',
  ...common,
  target: 'range',
  baseline: null,
  distribution: 'auto',
  algorithm: 'hellinger',
  bins: 'auto',
  threshold: null,
};

/** The least of each kind. */
const least = {
  metric: { kind: 'metric', datasetId: 'flights', metric: 'count' },
  profile: { kind: 'profile', datasetId: 'flights' },
  distribution: { kind: 'distribution', datasetId: 'flights' },
  columns: { kind: 'columns', datasetId: 'flights' },
  analysis: { kind: 'analysis', datasetId: 'flights', analyzerId: 'drift-analyzer' },
  monitor: { kind: 'monitor', datasetId: 'flights' },
  anomalies: { kind: 'anomalies', datasetId: 'flights' },
  events: { kind: 'events', datasetId: 'flights' },
} as const;

const monitoring = {
  ...common,
  document: { kind: 'dataset' },
  ownGranularity: null,
  segmentFilter: null,
  readinessClock: 'guide',
  backfillGrace: false,
} as const;

const analysisQuery = {
  kind: 'analysis',
  ...monitoring,
  analyzer: { kind: 'id', id: 'drift-analyzer' },
  mode: 'series',
  series: ['value', 'lower', 'upper', 'verdict'],
  aggregate: 'none',
} as const;

describe('a query', () => {
  it.each([
    [least.metric, metricQuery],
    [least.profile, profileQuery],
    [least.distribution, { kind: 'distribution', ...common, form: 'quantiles', bins: 'auto' }],
    [least.columns, { kind: 'columns', ...common }],
    [least.analysis, analysisQuery],
    [
      { ...least.analysis, mode: 'latest' },
      { ...analysisQuery, mode: 'latest', series: ['verdict'] },
    ],
    [least.monitor, { kind: 'monitor', ...monitoring, monitorId: null, mode: 'table' }],
    [least.anomalies, { kind: 'anomalies', ...monitoring, analyzerIds: null }],
    [least.events, { kind: 'events', ...monitoring, tagKeys: [] }],
  ])('%p gets every default', (model, query) => {
    expect(parseQuery(model)).toEqual(query);
  });

  it('ignores what Grafana and others put beside it', () => {
    const beside = {
      refId: 'A',
      datasource: { uid: 'x' },
      hide: false,
      intervalMs: 1000,
      __proto__: { mode: 'latest' },
    };
    expect(parseQuery({ ...least.metric, ...beside, key: '' })).toEqual(metricQuery);
  });

  it.each([
    ['granularity', ['hourly', 'daily', 'weekly', 'monthly'], least.columns],
    ['mode', ['series', 'latest'], least.metric],
    ['distribution', ['auto', 'histogram', 'frequent_items'], least.metric],
    ['distribution', ['auto', 'histogram', 'frequent_items'], least.profile],
    ['form', ['quantiles', 'heatmap'], least.distribution],
    ['algorithm', ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'], least.profile],
  ])('takes for %s one of %p', (key, values, model) => {
    for (const value of values) {
      expect(parseQuery({ ...model, [key]: value })).toMatchObject({ [key]: value });
    }
    const refused = `"Daily" is none of ${values.join(', ')}`;
    expect(() => parseQuery({ ...model, [key]: 'Daily' })).toThrow(refusal('unknown-value', key, refused));
    expect(() => parseQuery({ ...model, [key]: 1 })).toThrow(
      refusal('wrong-type', key, 'a text is expected, not a number')
    );
  });

  it('takes columns, segments, baseline and metric as their parsers say', () => {
    const model = {
      ...least.metric,
      metric: 'psi',
      columns: { include: 'a*', exclude: 'ab' },
      segments: [{ tags: [{ key: 'origin', value: 'JFK' }] }],
      baseline: { type: 'Reference', profileId: 'january' },
    };
    expect(parseQuery(model)).toEqual({
      ...metricQuery,
      metric: { kind: 'distance', name: 'psi' },
      columns: { include: ['a*'], exclude: ['ab'] },
      segments: [[{ key: 'origin', value: 'JFK' }]],
      baseline: { type: 'Reference', profileId: 'january' },
    });
    expect(parseQuery({ ...least.profile, baseline: { type: 'TrailingWindow', size: 30 } })).toMatchObject({
      baseline: { type: 'TrailingWindow', size: 30 },
    });
  });

  it.each([
    [null, refusal('wrong-type', '', 'an object is expected, not null')],
    ['', refusal('wrong-type', '', 'an object is expected, not a string')],
    [[], refusal('wrong-type', '', 'an object is expected, not a list')],
    [{}, refusal('missing', 'kind', 'is missing')],
    [{ kind: 'metric' }, refusal('missing', 'metric', 'is missing')],
    [{ kind: 'columns', datasetId: 7 }, refusal('wrong-type', 'datasetId', 'a text is expected, not a number')],
    [{ ...least.metric, metric: ['count'] }, refusal('wrong-type', 'metric', 'a text is expected, not a list')],
  ])('%p is refused', (model, expected) => {
    expect(() => parseQuery(model)).toThrow(expected);
  });
});

it.each([{}, { datasetId: '' }, { datasetId: null }])('a query without a dataset means the only one: %p', (part) => {
  queryKinds.forEach((kind) =>
    expect(parseQuery({ ...least[kind], datasetId: undefined, ...part }).datasetId).toBe('')
  );
});

describe('the kind of a query', () => {
  it.each(queryKinds)('%s can stand in queryType', (kind) => {
    expect(parseQuery({ ...least[kind], kind: undefined }, kind).kind).toBe(kind);
    expect(parseQuery({ ...least[kind], kind: '' }, kind).kind).toBe(kind);
  });

  it('is what the model says, where both say something', () => {
    expect(parseQuery(least.columns, 'metric').kind).toBe('columns');
    expect(parseQuery(least.columns, 'randomWalk').kind).toBe('columns');
  });

  it.each([
    [{}, '', refusal('missing', 'kind', 'is missing')],
    [
      {},
      'randomWalk',
      refusal(
        'unknown-value',
        'kind',
        '"randomWalk" is none of metric, profile, distribution, columns, analysis, monitor, anomalies, events'
      ),
    ],
    [
      { kind: 'Metric' },
      'metric',
      refusal(
        'unknown-value',
        'kind',
        '"Metric" is none of metric, profile, distribution, columns, analysis, monitor, anomalies, events'
      ),
    ],
    [{ kind: 1 }, 'metric', refusal('wrong-type', 'kind', 'a text is expected, not a number')],
  ])('of %p with queryType %p is refused', (model, queryType, expected) => {
    expect(() => parseQuery(model, queryType)).toThrow(expected);
  });
});

describe('the version of a query', () => {
  it.each([undefined, null, 1])('%p is the one that is read', (schemaVersion) => {
    expect(querySchemaVersion).toBe(1);
    expect(parseQuery({ ...least.columns, schemaVersion }).kind).toBe('columns');
  });

  it('of the future is told from a mistake', () => {
    const newer = '2 is not known; this plugin reads 1. A newer version of the plugin saved this query: update it';
    expect(() => parseQuery({ kind: 'unheard of', schemaVersion: 2 })).toThrow(
      refusal('unknown-value', 'schemaVersion', newer)
    );
    for (const schemaVersion of [0, -1, 0.5]) {
      expect(() => parseQuery({ ...least.columns, schemaVersion })).toThrow(
        refusal('unknown-value', 'schemaVersion', `${schemaVersion} is not known; this plugin reads 1`)
      );
    }
    expect(() => parseQuery({ ...least.columns, schemaVersion: '1' })).toThrow(
      refusal('wrong-type', 'schemaVersion', 'a finite number is expected, not a string')
    );
  });
});

describe('the evaluation time of a query', () => {
  // Epoch milliseconds from `date -u -d … +%s`.
  it.each([
    ['1970-01-01', 0],
    ['2013-03-08', 1362700800000],
    ['2013-03-08T00:00Z', 1362700800000],
    ['2013-03-08T01:30:00+01:30', 1362700800000],
    ['2013-03-08T00:00:00.123456789Z', 1362700800123],
    ['2012-02-29', 1330473600000],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2013-03-07T24:00:00Z', 1362700800000],
  ])('%s is %d', (asOf, asOfMs) => {
    expect(parseQuery({ ...least.columns, asOf }).asOfMs).toBe(asOfMs);
  });

  it.each([
    'now',
    'now-1d',
    '2013-03-08T00:00:00',
    '2013-03-08 00:00:00Z',
    '2013-3-8',
    '2013-02-29',
    '2013-02-30T00:00:00Z',
    '2013-13-01',
    '2013-03-08T25:00:00Z',
    '2013-03-08T00:00:00+25:00',
    '1362700800000',
    ' 2013-03-08',
  ])('%p is none', (asOf) => {
    const text = `"${asOf}" is no date or time with its zone, such as 2013-03-08T00:00:00Z`;
    expect(() => parseQuery({ ...least.columns, asOf })).toThrow(refusal('wrong-type', 'asOf', text));
  });

  it('is a text', () => {
    expect(() => parseQuery({ ...least.columns, asOf: 1362700800000 })).toThrow(
      refusal('wrong-type', 'asOf', 'a text is expected, not a number')
    );
  });
});

describe('a variable that nobody replaced', () => {
  const text = (name: string): string =>
    `the variable $${name} was not replaced; alert rules and shared dashboards have no variables, so write the value itself`;

  it.each(['$ds', '${ds}', '${ds:raw}', '[[ds]]', 'model-$ds'])('is refused as a dataset: %p', (datasetId) => {
    for (const kind of queryKinds) {
      expect(() => parseQuery({ ...least[kind], datasetId })).toThrow(refusal('variable', 'datasetId', text('ds')));
    }
  });

  it.each(['$m', '${m}', '[[m]]', 'quantile_$m'])('is refused as a metric: %p', (metric) => {
    expect(() => parseQuery({ ...least.metric, metric })).toThrow(refusal('variable', 'metric', text('m')));
  });

  it('is left to the plan in columns and segments, whose names may look like one', () => {
    const segments = [{ tags: [{ key: 'price', value: '$low' }] }];
    const query = parseQuery({ ...least.columns, columns: { include: ['$low'] }, segments });
    expect(query).toMatchObject({ columns: { include: ['$low'] }, segments: [[{ key: 'price', value: '$low' }]] });
  });
});
