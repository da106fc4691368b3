import type { DataQueryRequest, DataSourceApi, TimeRange } from '@grafana/data';
import type { VariableModel } from '@grafana/schema';
import { of } from 'rxjs';
import { loadVariables, valuesOf } from './variables.ts';
import type { ViewDashboard } from './view-data.ts';

/** A source whose columns depend on the dataset that was chosen before. */
const source = {
  uid: 'u',
  variables: {
    query: ({ targets: [target], scopedVars }: DataQueryRequest & { targets: { list?: string }[] }) => {
      const dataset = String(scopedVars['dataset']?.value);
      const texts = target?.list === 'datasets' ? ['first', 'second'] : [`${dataset} x`, `${dataset} y`];
      return of({ data: texts.map((text) => ({ text })) });
    },
  },
} as unknown as DataSourceApi;

const dashboard = (...list: Partial<VariableModel>[]) => ({ templating: { list } }) as unknown as ViewDashboard;
const option = (value: string) => ({ text: value, value });
const custom = { name: 'c', type: 'custom', options: ['a', 'b', 'c'].map(option) } as const;

async function load(address: Record<string, string | string[]>, ...list: Partial<VariableModel>[]) {
  return loadVariables(dashboard(...list), address, { source, range: {} as TimeRange });
}

test.each([
  ['the first option', {}, custom, 'a'],
  ["the dashboard's", {}, { ...custom, current: option('b') }, 'b'],
  ["the address's", { 'var-c': 'c' }, { ...custom, current: option('b') }, 'c'],
  ['no option, so the next that is one', { 'var-c': 'z' }, { ...custom, current: option('b') }, 'b'],
  ['several', { 'var-c': ['a', 'c', 'z'] }, { ...custom, multi: true }, ['a', 'c']],
  ['several where one is allowed', { 'var-c': ['b', 'c'] }, custom, 'b'],
  ['all', { 'var-c': '$__all' }, { ...custom, multi: true, includeAll: true }, ['a', 'b', 'c']],
  ['all, by its own value', {}, { ...custom, includeAll: true, allValue: '*' }, '*'],
  ['free text', { 'var-c': 'anything' }, { name: 'c', type: 'textbox', query: 'x' }, 'anything'],
  ['free text of the dashboard', {}, { name: 'c', type: 'textbox', query: 'x' }, 'x'],
  ['a constant', {}, { name: 'c', type: 'constant', query: '5' }, '5'],
  ['the only data source', {}, { name: 'c', type: 'datasource', query: 'some-type' }, 'u'],
  ['nothing', {}, { name: 'c', type: 'custom', options: [] }, ''],
] as const)('%s', async (_, address, variable, expected) => {
  const states = await load(address as Record<string, string | string[]>, variable as Partial<VariableModel>);
  expect(valuesOf(states)).toEqual({ c: expected });
});

test('a query is told the variables before it', async () => {
  const dataset = { name: 'dataset', type: 'query', query: { list: 'datasets' } } as const;
  const column = { name: 'column', type: 'query', query: { list: 'columns' } } as const;
  const states = await load({ 'var-dataset': 'second' }, dataset, column);
  expect(states.map(({ options }) => options)).toEqual([
    ['first', 'second'],
    ['second x', 'second y'],
  ]);
  expect(valuesOf(states)).toEqual({ dataset: 'second', column: 'second x' });
});

test('variables of unknown kinds are left out', async () => {
  await expect(load({}, { name: 'f', type: 'adhoc' }, custom)).resolves.toHaveLength(1);
  await expect(loadVariables({} as ViewDashboard, {}, { source, range: {} as TimeRange })).resolves.toEqual([]);
});
