import { configOf, formConfigs, formTypeOf, newAnalyzer, withConfig, withKeys } from './analyzer-draft.ts';

const fixed = { type: 'fixed', metric: 'mean', upper: 1 };

test.each([
  ['an analyzer', { id: 'a', config: fixed }, fixed],
  ['a config alone', fixed, fixed],
  ['nothing', {}, {}],
  ['a config that is none', { config: 7 }, {}],
])('the configuration of %s', (_, analyzer, config) => {
  expect(configOf(analyzer)).toEqual(config);
});

test.each([
  ['what stands beside it stays', { id: 'a', config: fixed }, { id: 'a', config: formConfigs.diff }],
  ['a config alone stays alone', fixed, formConfigs.diff],
  ['an analyzer of nothing gets one', {}, { config: formConfigs.diff }],
])('another configuration: %s', (_, analyzer, expected) => {
  expect(withConfig(analyzer, formConfigs.diff)).toEqual(expected);
});

test('a changed key leaves the others, and undefined removes one', () => {
  expect(withKeys({ ...fixed, later: 1 }, { upper: undefined, lower: 0 })).toEqual({
    type: 'fixed',
    metric: 'mean',
    later: 1,
    lower: 0,
  });
  expect(fixed.upper).toBe(1);
});

test.each([
  [newAnalyzer, 'drift'],
  [fixed, 'fixed'],
  [{ config: { type: 'column_list' } }, null],
  [{ config: { type: 'toString' } }, null],
  [{ config: { type: 7 } }, null],
  [{}, null],
])('the form of %j', (analyzer, type) => {
  expect(formTypeOf(analyzer)).toBe(type);
});
