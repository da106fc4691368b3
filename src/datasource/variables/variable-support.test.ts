import { type DataQueryRequest, VariableSupportType } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { answers } from '../testing/show-editor.tsx';
import { flights, sourceOf } from '../testing/source.ts';
import { completeVariableQuery, variableText, type VariableQuery } from './variable-query.ts';
import { ProfilesVariables } from './variable-support.ts';

const query: VariableQuery = { refId: 'V', list: 'columns', datasetId: 'flights' };

async function values(
  part: object,
  from: Parameters<typeof sourceOf>[0] = answers,
  scopedVars = {}
): Promise<string[]> {
  const variables = new ProfilesVariables(sourceOf(from).source);
  const request = { targets: [{ ...query, ...part }], scopedVars } as unknown as DataQueryRequest<VariableQuery>;
  const { data } = await lastValueFrom(variables.query(request));
  const found = data as Array<{ text: string; value: string }>;
  for (const { text, value } of found) {
    expect(value).toBe(text);
  }
  return found.map(({ text }) => text);
}

test.each<[string, object, string[]]>([
  ['datasets', { list: 'datasets', datasetId: '' }, ['clicks', 'flights']],
  ['columns', { list: 'columns' }, ['carrier', 'dep_delay']],
  ['columns of a group', { list: 'columns', only: 'group:continuous' }, ['dep_delay']],
  ['columns of a pattern', { list: 'columns', only: 'car*' }, ['carrier']],
  ['segment keys', { list: 'segmentKeys' }, ['origin']],
  ['values of a key', { list: 'segmentValues', segmentKey: 'origin' }, ['EWR', 'JFK', 'LGA']],
  ['values of a key that there is not', { list: 'segmentValues', segmentKey: 'x' }, []],
  ['values before a key is chosen', { list: 'segmentValues' }, []],
  ['references', { list: 'references' }, ['january']],
])('a variable lists %s', async (_, part, expected) => {
  expect(await values(part)).toEqual(expected);
});

test('other variables are replaced in it', async () => {
  const scopedVars = { dataset: { value: 'flights', text: '' }, key: { value: 'origin', text: '' } };
  const part = { list: 'segmentValues', datasetId: '$dataset', segmentKey: '$key' };
  expect(await values(part, answers, scopedVars)).toEqual(['EWR', 'JFK', 'LGA']);
});

test('without a dataset it lists of the only one, and says so where there are several', async () => {
  const sole = { ...answers, datasets: { datasets: [flights] } };
  expect(await values({ datasetId: '' }, sole)).toEqual(['carrier', 'dep_delay']);
  await expect(values({ datasetId: '' })).rejects.toThrow(
    'the store does not have exactly one dataset; choose the dataset of this variable'
  );
});

test('a failure is said in the words of the back end', async () => {
  const from = { 'datasets/flights/columns': new Error('the folder is gone') };
  await expect(values({}, from)).rejects.toThrow(new Error('the folder is gone'));
});

test('a list of a newer version is refused', async () => {
  await expect(values({ list: 'later' })).rejects.toThrow(
    '"later" is no list; there are datasets, columns, segmentKeys, segmentValues, references'
  );
});

test('Grafana takes it for a variable with an editor of its own', () => {
  const variables = sourceOf().source.variables;
  expect(variables?.getType()).toBe(VariableSupportType.Custom);
  expect(variables?.getDefaultQuery?.()).toEqual({ refId: 'DriftglassVariable', list: 'columns', datasetId: '' });
});

test.each([
  [null, { refId: 'DriftglassVariable', list: 'columns', datasetId: '' }],
  [undefined, { refId: 'DriftglassVariable', list: 'columns', datasetId: '' }],
  ['', { refId: 'DriftglassVariable', list: 'columns', datasetId: '' }],
  [' datasets ', { refId: 'DriftglassVariable', list: 'datasets', datasetId: '' }],
  [query, query],
])('a stored query %j becomes one of today', (stored, complete) => {
  expect(completeVariableQuery(stored)).toEqual(complete);
  expect(completeVariableQuery(completeVariableQuery(stored))).toEqual(complete);
});

test.each<[Partial<VariableQuery>, string]>([
  [{ list: 'datasets' }, 'datasets'],
  [{}, 'columns of flights'],
  [{ only: 'group:continuous', datasetId: '' }, 'columns group:continuous of the only dataset'],
  [{ list: 'segmentKeys' }, 'segment keys of flights'],
  [{ list: 'segmentValues', segmentKey: 'origin' }, 'values of origin in flights'],
  [{ list: 'segmentValues' }, 'values of a segment key in flights'],
  [{ list: 'references' }, 'reference profiles of flights'],
])('%j in one line', (part, text) => {
  expect(variableText({ ...query, ...part })).toBe(text);
});
