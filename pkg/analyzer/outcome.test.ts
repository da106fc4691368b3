import { failure, finiteOrNull, verdict } from './outcome.ts';

test.each([
  [0, 0],
  [-3.5, -3.5],
  [Number.MAX_VALUE, Number.MAX_VALUE],
  [NaN, null],
  [Infinity, null],
  [-Infinity, null],
])('%d is the field %p', (value, field) => {
  expect(finiteOrNull(value)).toBe(field);
});

test('outcomes', () => {
  const fields = { threshold_metricValue: 1 };
  const cells = { edges: null, end: null, items: [], baseline: [], target: [], contribution: [] };
  expect(verdict(true, fields, 'Too much.')).toEqual({
    kind: 'result',
    anomalyCount: 1,
    fields,
    explanation: 'Too much.',
  });
  expect(verdict(true, fields, 'Too much.')).not.toHaveProperty('cells');
  expect(verdict(false, fields, 'Fine.', cells)).toEqual({
    kind: 'result',
    anomalyCount: 0,
    fields,
    explanation: 'Fine.',
    cells,
  });
  expect(failure('NoResults', 'Nothing.')).toEqual({
    kind: 'failure',
    failureType: 'NoResults',
    explanation: 'Nothing.',
  });
});
