import { type AdHocVariableFilter, CoreApp, type DataQueryRequest, type ScopedVars } from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { parseQuery } from '../../pkg/contract/index.ts';
import { ProfilesDataSource } from './datasource.ts';
import { defaultQuery, type ProfilesQuery } from './model.ts';
import { flights, sourceOf } from './testing/source.ts';

const query: ProfilesQuery = { refId: 'A', ...defaultQuery, datasetId: 'flights' };

test('queries and health checks go to the back end', () => {
  expect(sourceOf().source).toBeInstanceOf(DataSourceWithBackend);
  expect(Object.getOwnPropertyNames(ProfilesDataSource.prototype)).not.toContain('testDatasource');
});

test('a query that only has a dataset is run with the defaults', () => {
  const { source } = sourceOf();
  const bare = { refId: 'A', datasetId: 'flights' } as ProfilesQuery;
  expect(source.filterQuery(bare)).toBe(true);
  expect(source.applyTemplateVariables(bare, {})).toEqual(query);
  expect(source.filterQuery({ ...query, hide: true })).toBe(false);
});

test.each([
  [CoreApp.Dashboard, 'series'],
  [CoreApp.Explore, 'series'],
  [CoreApp.UnifiedAlerting, 'latest'],
])('a new query in %s gives the mode %s', (app, mode) => {
  const { source } = sourceOf();
  expect(parseQuery({ ...source.getDefaultQuery(app), datasetId: 'flights' })).toMatchObject({
    kind: 'metric',
    metric: { name: 'count' },
    mode,
  });
});

describe('a query without a dataset', () => {
  const request = { targets: [{ refId: 'A' }], scopedVars: {} } as unknown as DataQueryRequest<ProfilesQuery>;

  test('is left to the back end, which knows whether the store has only one', async () => {
    const { source, asked, requests } = sourceOf({
      '/api/ds/query?ds_type=t': { results: { A: { status: 200, frames: [] } } },
    });
    await lastValueFrom(source.query(request));
    expect(asked).toEqual(['/api/ds/query?ds_type=t']);
    expect(requests[0]?.data).toMatchObject({ queries: [{ datasetId: '', metric: 'count' }] });
    expect(request.targets).toEqual([{ refId: 'A' }]);
  });
});

test('a query is sent as Grafana sends it: what is stored is what a shared dashboard and a rule ask', () => {
  expect(Object.getOwnPropertyNames(ProfilesDataSource.prototype)).not.toContain('query');
});

test('a filter that cannot be applied is said in words', () => {
  const { source } = sourceOf();
  const filters = [{ key: 'origin', operator: '!=', value: 'JFK' }];
  const request = { targets: [query], scopedVars: {}, filters } as unknown as DataQueryRequest<ProfilesQuery>;
  expect(() => source.query(request)).toThrow(
    'the filter origin != JFK cannot be applied: profiles are chosen by whole segments, so a filter is key = value'
  );
});

const variables: ScopedVars = {
  dataset: { value: 'taxis', text: '' },
  column: { value: ['fare', 'a, b'], text: '' },
  none: { value: [], text: '' },
  blank: { value: '', text: '' },
  metric: { value: 'psi', text: '' },
  country: { value: 'BR', text: '' },
  airport: { value: ['JFK', 'LGA'], text: '' },
  device: { value: ['ios', 'web'], text: '' },
  size: { value: '14', text: '' },
};
const tag = (key: string, value: string) => ({ key, value });
const change = (part: object): Partial<ProfilesQuery> => part;

test.each<[string, Partial<ProfilesQuery>, Partial<ProfilesQuery>]>([
  ['the dataset', { datasetId: '$dataset' }, { datasetId: 'taxis' }],
  ['a dataset of several values, so that the error names them', { datasetId: '$airport' }, { datasetId: 'JFK,LGA' }],
  ['the metric', change({ metric: '$metric' }), change({ metric: 'psi' })],
  ['the granularity', { granularity: '${country}' }, { granularity: 'BR' }],
  ['the evaluation time', { asOf: '$country' }, { asOf: 'BR' }],
  ['the window', change({ baseline: { size: '$size' } }), change({ baseline: { size: '14' } })],
  ['the reference', change({ baseline: { profileId: 'r-$country' } }), change({ baseline: { profileId: 'r-BR' } })],
  ['keys of later versions', change({ later: [{ deep: '$country' }] }), change({ later: [{ deep: 'BR' }] })],
  ['several columns', { columns: { include: ['x', '$column'] } }, { columns: { include: ['x', 'fare', 'a, b'] } }],
  ['part of a name', { columns: { include: ['$country.*'] } }, { columns: { include: ['BR.*'] } }],
  ['all columns by a custom value', { columns: { include: ['$all'] } }, { columns: { include: ['*'] } }],
  [
    'no list without a value, which would be all columns',
    { columns: { include: ['$none'] } },
    { columns: { include: ['$none'] } },
  ],
  ['no list by an empty value', { columns: { include: ['$blank'] } }, { columns: { include: ['$blank'] } }],
  [
    'columns that are left out',
    { columns: { include: ['*'], exclude: ['$column'] } },
    { columns: { include: ['*'], exclude: ['fare', 'a, b'] } },
  ],
  [
    'a segment',
    { segments: [{ tags: [tag('country', '$country')] }] },
    { segments: [{ tags: [tag('country', 'BR')] }] },
  ],
  ['the key of a tag', { segments: [{ tags: [tag('$country', '*')] }] }, { segments: [{ tags: [tag('BR', '*')] }] }],
  [
    'a segment for each value',
    { segments: [{ tags: [] }, { tags: [tag('origin', '$airport')] }] },
    { segments: [{ tags: [] }, { tags: [tag('origin', 'JFK')] }, { tags: [tag('origin', 'LGA')] }] },
  ],
  [
    'each value in the data for a custom value of All',
    { segments: [{ tags: [tag('origin', '$all')] }] },
    { segments: [{ tags: [tag('origin', '*')] }] },
  ],
  [
    'a segment for each pair of values',
    { segments: [{ tags: [tag('origin', '$airport'), tag('device', '$device')] }] },
    {
      segments: [
        { tags: [tag('origin', 'JFK'), tag('device', 'ios')] },
        { tags: [tag('origin', 'JFK'), tag('device', 'web')] },
        { tags: [tag('origin', 'LGA'), tag('device', 'ios')] },
        { tags: [tag('origin', 'LGA'), tag('device', 'web')] },
      ],
    },
  ],
  ['nothing that is unknown', { columns: { include: ['$other'] } }, { columns: { include: ['$other'] } }],
  ['nothing of Grafana’s own', { refId: '$country', key: '$country' }, { refId: '$country', key: '$country' }],
])('variables are replaced in %s', (_, before, after) => {
  const asked = { ...query, ...before } as ProfilesQuery;
  const stored: unknown = JSON.parse(JSON.stringify(asked));
  expect(sourceOf().source.applyTemplateVariables(asked, variables)).toEqual({ ...query, ...after });
  expect(asked).toEqual(stored);
});

test('more segments than a person can look at are refused before they are made', () => {
  const many = { value: Array.from({ length: 101 }, (_, i) => `${i}`), text: '' };
  const segments = [{ tags: [tag('a', '$many'), tag('b', '$many')] }];
  expect(() => sourceOf().source.applyTemplateVariables({ ...query, segments }, { many })).toThrow(
    'the variables make more than 10000 segments; choose fewer values'
  );
  const fewer = { value: many.value.slice(1), text: '' };
  const made = sourceOf().source.applyTemplateVariables({ ...query, segments }, { many: fewer });
  expect(made.segments).toHaveLength(10_000);
});

describe('dashboard filters', () => {
  const filter = (key: string, value: string, operator = '='): AdHocVariableFilter => ({ key, operator, value });
  const jfk = filter('origin', 'JFK');

  test.each<[string, ProfilesQuery['segments'], AdHocVariableFilter[], ProfilesQuery['segments']]>([
    ['none', [{ tags: [tag('a', 'b')] }], [], [{ tags: [tag('a', 'b')] }]],
    ['one that is not filled in', undefined, [filter('', '')], undefined],
    ['the whole dataset', undefined, [jfk], [{ tags: [tag('origin', 'JFK')] }]],
    ['two keys', [{ tags: [] }], [jfk, filter('a', 'b')], [{ tags: [tag('origin', 'JFK'), tag('a', 'b')] }]],
    [
      'every segment',
      [{ tags: [tag('a', '1')] }, { tags: [tag('a', '2')] }],
      [jfk],
      [{ tags: [tag('a', '1'), tag('origin', 'JFK')] }, { tags: [tag('a', '2'), tag('origin', 'JFK')] }],
    ],
    ['each value of the key', [{ tags: [tag('origin', '*')] }], [jfk], [{ tags: [tag('origin', 'JFK')] }]],
    ['a segment that asks for the same', [{ tags: [tag('origin', 'JFK')] }], [jfk], [{ tags: [tag('origin', 'JFK')] }]],
    [
      'a segment that asks for another value is left out',
      [{ tags: [tag('origin', 'LGA')] }, { tags: [tag('origin', 'JFK')] }],
      [jfk],
      [{ tags: [tag('origin', 'JFK')] }],
    ],
  ])('%s', (_, segments, filters, expected) => {
    const asked = { ...query, ...(segments && { segments }) };
    expect(sourceOf().source.applyTemplateVariables(asked, {}, filters).segments).toEqual(expected);
  });

  test('that leave no segment are said', () => {
    const segments = [{ tags: [tag('origin', 'LGA')] }];
    expect(() => sourceOf().source.applyTemplateVariables({ ...query, segments }, {}, [jfk])).toThrow(
      "no segment of this query passes the filter origin = JFK; change the filter or the query's segments"
    );
  });

  test.each(['!=', '=~', '!~', '<', '>', '=|', '!=|'])('the operator %s is refused', (operator) => {
    expect(() => sourceOf().source.applyTemplateVariables(query, {}, [filter('origin', 'JFK', operator)])).toThrow(
      `the filter origin ${operator} JFK cannot be applied`
    );
  });
});

describe('what a filter offers', () => {
  const answers = {
    datasets: { datasets: [flights, { ...flights, id: 'taxis' }] },
    'datasets/flights/segments': { keys: [{ key: 'origin', values: ['EWR', 'JFK'] }] },
    'datasets/taxis/segments': {
      keys: [
        { key: 'city', values: ['NYC'] },
        { key: 'origin', values: ['JFK', 'SFO'] },
      ],
    },
  };
  const shown = (values: readonly string[]) => ({ data: values.map((text) => ({ text, value: text })) });

  test('are the tags of the datasets that the panels ask', async () => {
    const { source, asked } = sourceOf(answers, { dataset: 'taxis' });
    const queries = [{ ...query, datasetId: '$dataset' }];
    expect(await source.getTagKeys({ filters: [], queries })).toEqual(shown(['city', 'origin']));
    expect(await source.getTagValues({ key: 'origin', filters: [], queries })).toEqual(shown(['JFK', 'SFO']));
    expect(await source.getTagValues({ key: 'none', filters: [], queries })).toEqual(shown([]));
    expect(asked).toEqual(['datasets/taxis/segments']);
  });

  test('are those of the store where no panel asks', async () => {
    const { source } = sourceOf(answers);
    expect(await source.getTagKeys()).toEqual(shown(['city', 'origin']));
    expect(await source.getTagValues({ key: 'origin', filters: [] })).toEqual(shown(['EWR', 'JFK', 'SFO']));
  });

  test('are an error in words where the store cannot be asked', async () => {
    const { source } = sourceOf({ datasets: new Error('the folder is gone') });
    expect(await source.getTagKeys()).toEqual({ data: [], error: { message: 'the folder is gone' } });
  });

  test('ask at most 20 datasets', async () => {
    const datasets = Array.from({ length: 30 }, (_, i) => ({ ...flights, id: `d${i}` }));
    const lists = Object.fromEntries(datasets.map(({ id }) => [`datasets/${id}/segments`, { keys: [] }]));
    const { source, asked } = sourceOf({ datasets: { datasets }, ...lists });
    await source.getTagKeys();
    expect(asked).toHaveLength(21);
  });
});

test('the only dataset is none where there are several, and where nobody answers', async () => {
  const two = sourceOf({ datasets: { datasets: [flights, { ...flights, id: 'b' }] } });
  expect(await firstValueFrom(two.source.soleDataset())).toBeNull();
  expect(await firstValueFrom(sourceOf().source.soleDataset())).toBeNull();
});

test.each<[Partial<ProfilesQuery>, string]>([
  [{}, 'count of all columns in flights'],
  [change({ metric: 'psi', columns: { include: ['a', 'b'] } }), 'psi of a, b in flights'],
  [{ columns: { include: ['a', 'b', 'c', 'd', 'e'] } }, 'count of a, b, c and 2 more in flights'],
  [{ columns: { include: ['*'], exclude: ['id'] } }, 'count of * without id in flights'],
  [
    { segments: [{ tags: [tag('origin', 'JFK')] }, { tags: [] }] },
    'count of all columns in flights, origin=JFK, overall',
  ],
  [change({ kind: 'columns', datasetId: '' }), 'columns'],
  [change({ kind: 'profile', columns: { include: ['a'] } }), 'profile of a in flights'],
  [change({ kind: 'analysis', analyzerId: 'drift' }), 'analysis drift in flights'],
  [change({ kind: 'analysis', analyzerId: 'drift', columns: { include: ['a'] } }), 'analysis drift of a in flights'],
  [
    change({ kind: 'analysis', analyzer: { config: { type: 'drift', metric: 'histogram' } } }),
    'drift of histogram in flights',
  ],
  [change({ kind: 'analysis', analyzer: { type: 'conjunction' } }), 'conjunction in flights'],
  [change({ kind: 'analysis', analyzer: {} }), 'analysis in flights'],
  [change({ kind: 'analysis' }), 'analysis in flights'],
  [change({ kind: 'monitor' }), 'monitor in flights'],
  [change({ kind: 'monitor', monitorId: 'm' }), 'monitor m in flights'],
  [change({ kind: 'anomalies', analyzerIds: ['a', 'b'] }), 'anomalies by a, b in flights'],
  [change({ kind: 'anomalies' }), 'anomalies in flights'],
  [change({ kind: 'events' }), 'events in flights'],
])('a query in one line: %j', (part, text) => {
  expect(sourceOf().source.getQueryDisplayText({ ...query, ...part })).toBe(text);
});
