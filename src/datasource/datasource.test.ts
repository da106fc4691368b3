import type { DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, type TemplateSrv } from '@grafana/runtime';
import { ProfilesDataSource } from './datasource.ts';
import { defaultQuery, type ProfilesJsonData, type ProfilesQuery } from './model.ts';

type Format = (value: string | string[]) => string;

/** Replaces as Grafana does: `format` gets the raw value, but not the custom value of "All". */
const templates = {
  replace: (text: string, scopedVars: ScopedVars, format?: Format) =>
    text.replace(/\$(\w+)/g, (whole, name: string) => {
      const value = scopedVars[name]?.value as string | string[] | undefined;
      if (name === 'all') {
        return '*';
      }
      if (value === undefined) {
        return whole;
      }
      return format ? format(value) : [value].flat().join(',');
    }),
} as TemplateSrv;

const settings = {
  uid: 'u',
  type: 't',
  name: 'n',
  jsonData: {},
} as DataSourceInstanceSettings<ProfilesJsonData>;
const source = new ProfilesDataSource(settings, templates);
const query: ProfilesQuery = { refId: 'A', ...defaultQuery, datasetId: 'flights' };

test('queries and health checks go to the back end', () => {
  expect(source).toBeInstanceOf(DataSourceWithBackend);
  expect(Object.getOwnPropertyNames(ProfilesDataSource.prototype)).not.toContain('testDatasource');
  expect(Object.getOwnPropertyNames(ProfilesDataSource.prototype)).not.toContain('query');
  expect(source.annotations).toEqual({});
});

test('a query that only has a dataset is run with the defaults', () => {
  const bare = { refId: 'A', datasetId: 'flights' } as ProfilesQuery;
  expect(source.filterQuery(bare)).toBe(true);
  expect(source.applyTemplateVariables(bare, {})).toEqual(query);
  expect(source.filterQuery({ refId: 'A' } as ProfilesQuery)).toBe(false);
});

const variables: ScopedVars = {
  dataset: { value: 'taxis', text: '' },
  column: { value: ['fare', 'a, b'], text: '' },
  none: { value: [], text: '' },
  blank: { value: '', text: '' },
  metric: { value: 'psi', text: '' },
  country: { value: 'BR', text: '' },
};

test.each<[string, Partial<ProfilesQuery>, Partial<ProfilesQuery>]>([
  ['the dataset', { datasetId: '$dataset' }, { datasetId: 'taxis' }],
  ['the metric', { kind: 'metric', metric: '$metric' }, { kind: 'metric', metric: 'psi' }],
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
    { segments: [{ tags: [{ key: 'country', value: '$country' }] }] },
    { segments: [{ tags: [{ key: 'country', value: 'BR' }] }] },
  ],
  ['nothing that is unknown', { columns: { include: ['$other'] } }, { columns: { include: ['$other'] } }],
])('variables are replaced in %s', (_, before, after) => {
  const asked = { ...query, ...before } as ProfilesQuery;
  const stored: unknown = JSON.parse(JSON.stringify(asked));
  expect(source.applyTemplateVariables(asked, variables)).toEqual({ ...query, ...after });
  expect(asked).toEqual(stored);
});
