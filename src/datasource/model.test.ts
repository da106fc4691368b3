import { parseQuery } from '../../pkg/contract/index.ts';
import { changed, commonPart, completeQuery, defaultQuery, isRunnable, type ProfilesQuery } from './model.ts';

const query: ProfilesQuery = { refId: 'A', ...defaultQuery, datasetId: 'flights' };
const stored = (model: object): ProfilesQuery => model as ProfilesQuery;

test('the default query is one that the back end accepts as soon as a dataset is named', () => {
  expect(parseQuery(query)).toMatchObject({ kind: 'metric', datasetId: 'flights', metric: { name: 'count' } });
});

test.each([
  ['nothing', {}, { ...defaultQuery }],
  ['a dataset', { datasetId: 'flights' }, { ...defaultQuery, datasetId: 'flights' }],
  ['a kind', { kind: 'profile' }, { kind: 'profile', schemaVersion: 1, datasetId: '' }],
  ['Grafana’s queryType', { queryType: 'columns' }, { kind: 'columns', schemaVersion: 1, datasetId: '' }],
  ['a queryType of another plugin', { queryType: 'randomWalk' }, { ...defaultQuery }],
  ['keys of a newer version', { kind: 'metric', later: 1 }, { ...defaultQuery, later: 1 }],
  ['a kind of a newer version', { kind: 'later' }, { kind: 'later', schemaVersion: 1, datasetId: '' }],
])('completeQuery: %s', (_, model, complete) => {
  const { queryType } = model as { queryType?: string };
  expect(completeQuery(stored(model))).toEqual({ ...complete, ...(queryType !== undefined && { queryType }) });
});

test('changed removes a key that is set to undefined, and leaves the query itself alone', () => {
  const before: ProfilesQuery = { ...query, granularity: 'weekly' };
  expect(changed(before, { granularity: undefined, datasetId: 'b' })).toEqual({ ...query, datasetId: 'b' });
  expect(before.granularity).toBe('weekly');
});

test('the common part has what every kind has, and nothing else', () => {
  const full = { ...query, hide: true, queryType: 'metric', mode: 'latest', columns: { include: ['a'] } };
  expect(commonPart(full)).toEqual({
    refId: 'A',
    schemaVersion: 1,
    datasetId: 'flights',
    hide: true,
    columns: { include: ['a'] },
  });
});

test.each([
  ['complete', {}, true],
  ['without a dataset, which may be the only one', { datasetId: '' }, true],
  ['hidden', { hide: true }, false],
  ['shown again', { hide: false }, true],
  ['of a kind of a newer version', { kind: 'later' }, false],
  ['compared with a window', { baseline: { type: 'TrailingWindow' } }, true],
  ['compared with a reference that is not chosen yet', { baseline: { type: 'Reference', profileId: '' } }, false],
  ['compared with a reference', { baseline: { type: 'Reference', profileId: 'r' } }, true],
  ['of a batch that is not named yet', { kind: 'profile', target: 'batch' }, false],
  ['of an analyzer that is not chosen yet', { kind: 'analysis', analyzerId: '' }, false],
  ['of an analyzer of the document', { kind: 'analysis', analyzerId: 'a' }, true],
  ['of an analyzer of its own', { kind: 'analysis', analyzer: {} }, true],
  ['of every monitor', { kind: 'monitor' }, true],
  ['of a batch', { kind: 'profile', target: 'batch', batch: '2013-03-08' }, true],
])('isRunnable: %s', (_, change, expected) => {
  expect(isRunnable({ ...query, ...change } as ProfilesQuery)).toBe(expected);
});
