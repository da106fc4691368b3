import { dateTime, type TimeRange } from '@grafana/data';
import { Template } from './template.ts';

const [from, to] = [dateTime(1000), dateTime(2000)];
const range: TimeRange = { from, to, raw: { from, to } };
const template = new Template();
template.set({ one: 'a', several: ['a', 'b'], single: ['c'], empty: '', day: '1362700800000' }, range);

test.each([
  ['', ''],
  ['no variable, 5 $ and $$', 'no variable, 5 $ and $$'],
  ['$one ${one} [[one]]', 'a a a'],
  ['$oneself ${none} $none', '$oneself ${none} $none'],
  ['$several', '{a,b}'],
  ['${several:csv} ${several:raw}', 'a,b a,b'],
  ['$single', 'c'],
  ['<$empty>', '<>'],
  ['$__from-${__to}', '1000-2000'],
  ['${day:date:YYYY-MM-DD HH:mm}', '2013-03-08 00:00'],
  ['${day:date} ${day:date:iso}', '2013-03-08T00:00:00.000Z 2013-03-08T00:00:00.000Z'],
])('replace(%j) is %j', (text, expected) => {
  expect(template.replace(text)).toBe(expected);
});

test('scoped values go first', () => {
  expect(template.replace('$one $two', { one: { value: 'x' }, two: { value: ['y', 'z'] } })).toBe('x {y,z}');
});

test('a function is given the raw value', () => {
  const given: unknown[] = [];
  const format = (value: unknown) => {
    given.push(value);
    return '!';
  };
  expect(template.replace('$one $several', {}, format)).toBe('! !');
  expect(given).toEqual(['a', ['a', 'b']]);
});

test.each([
  ['$one', true],
  ['a ${several:csv}', true],
  ['$none', false],
  [undefined, false],
])('containsTemplate(%j) is %s', (text, expected) => {
  expect(template.containsTemplate(text)).toBe(expected);
});
