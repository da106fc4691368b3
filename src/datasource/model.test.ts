import { parseQuery } from '../../pkg/contract/index.ts';
import { defaultQuery, isRunnable, type ProfilesQuery, withKind } from './model.ts';

const query: ProfilesQuery = { refId: 'A', ...defaultQuery, datasetId: 'flights' };

test('the default query is one that the back end accepts as soon as a dataset is named', () => {
  expect(parseQuery(query)).toMatchObject({ kind: 'metric', datasetId: 'flights', metric: { name: 'count' } });
});

test.each([
  ['complete', {}, true],
  ['without a dataset', { datasetId: '' }, false],
  ['hidden', { hide: true }, false],
  ['shown again', { hide: false }, true],
  ['of a kind of a newer version', { kind: 'events' as 'columns' }, false],
])('isRunnable: %s', (_, change, expected) => {
  expect(isRunnable({ ...query, ...change })).toBe(expected);
});

test.each(['profile', 'columns'] as const)('withKind %s drops the metric and keeps the rest', (kind) => {
  const changed = withKind({ ...query, hide: true, columns: { include: ['a'] } }, kind);
  expect(changed).toEqual({
    refId: 'A',
    schemaVersion: 1,
    datasetId: 'flights',
    hide: true,
    columns: { include: ['a'] },
    kind,
    queryType: kind,
  });
  expect(withKind(changed, 'metric')).toMatchObject({ kind: 'metric', metric: 'count', queryType: 'metric' });
});

test('withKind metric keeps the metric that is chosen', () => {
  expect(withKind({ ...query, metric: 'hellinger' }, 'metric')).toMatchObject({ metric: 'hellinger' });
});
