import { leftoverVariable, variableName } from './index.ts';
import { refusal } from './testing/refusal.ts';
import { refuseVariables } from './variables.ts';

describe('the variable that a text consists of', () => {
  it.each([
    ['$x', 'x'],
    ['${x}', 'x'],
    ['[[x]]', 'x'],
    ['${x:csv}', 'x'],
    ['${x.field}', 'x'],
    ['${__from:date:iso}', '__from'],
    ['[[x:csv]]', 'x'],
    ['', null],
    ['$', null],
    ['${}', null],
    ['[[]]', null],
    ['x', null],
    ['$x ', null],
    ['a$x', null],
    ['$x.y', null],
    ['$x$y', null],
    ['${x}${y}', null],
    ['$x\n', null],
    ['$ä', null],
  ])('of %p is %p', (text, name) => {
    expect(variableName(text)).toBe(name);
  });
});

describe('refusing variables', () => {
  it.each([
    ['$dataset', 'dataset'],
    ['${dataset}', 'dataset'],
    ['${dataset:raw}', 'dataset'],
    ['[[dataset]]', 'dataset'],
    ['[[dataset:raw]]', 'dataset'],
    ['model-$number-x', 'number'],
    ['a${first}b${second}', 'first'],
  ])('%p names %p', (text, name) => {
    const expected = refusal(
      'variable',
      'datasetId',
      `the variable $${name} was not replaced; alert rules and shared dashboards have no variables, so write the value itself`
    );
    expect(() => refuseVariables('datasetId', text)).toThrow(expected);
    expect(() => {
      throw leftoverVariable('datasetId', name);
    }).toThrow(expected);
  });

  it.each(['', 'flights', '$', '$-', 'price in $', '{x}', '[x]', '$ {x}', 'a[[', '${'])('%p holds none', (text) => {
    expect(() => refuseVariables('datasetId', text)).not.toThrow();
  });
});
