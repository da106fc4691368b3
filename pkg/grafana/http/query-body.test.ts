import { parseQueryBody } from './query-body.ts';

const query = { refId: 'A', kind: 'metric' };

test('times are texts or numbers; the query itself is the model', () => {
  const model = { ...query, intervalMs: 20, maxDataPoints: 300 };
  expect(parseQueryBody(JSON.stringify({ queries: [model], from: '-5', to: 7 }))).toEqual([
    { refId: 'A', model, fromMs: -5, toMs: 7, intervalMs: 20, maxDataPoints: 300 },
  ]);
});

test('limits that are no numbers are left to the back end', () => {
  const model = { refId: '', intervalMs: '20', maxDataPoints: null };
  expect(parseQueryBody(JSON.stringify({ queries: [model], from: 1, to: 2 }))).toEqual([
    { refId: '', model, fromMs: 1, toMs: 2 },
  ]);
});

test.each([
  ['', 'the body is not a JSON object'],
  ['[]', 'the body is not a JSON object'],
  ['null', 'the body is not a JSON object'],
  ['{"from":1,"to":2}', 'the body has no queries'],
  ['{"queries":{},"from":1,"to":2}', 'the body has no queries'],
  ['{"queries":[],"from":1,"to":2}', 'the body has no queries'],
  [JSON.stringify({ queries: [query], to: 2 }), '"from" is not a time in milliseconds'],
  [JSON.stringify({ queries: [query], from: '', to: 2 }), '"from" is not a time in milliseconds'],
  [JSON.stringify({ queries: [query], from: 1, to: 'now' }), '"to" is not a time in milliseconds'],
  [JSON.stringify({ queries: [query], from: 1, to: null }), '"to" is not a time in milliseconds'],
  [JSON.stringify({ queries: [query, 'x'], from: 1, to: 2 }), 'a query has no refId'],
  [JSON.stringify({ queries: [{ refId: 1 }], from: 1, to: 2 }), 'a query has no refId'],
  [JSON.stringify({ queries: [query, query], from: 1, to: 2 }), 'two queries have the refId "A"'],
])('%s: %s', (text, problem) => {
  expect(parseQueryBody(text)).toBe(problem);
});
