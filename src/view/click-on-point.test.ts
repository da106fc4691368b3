import { type Field, FieldType } from '@grafana/data';
import { linkedValues } from './click-on-point.tsx';

const stormMs = Date.UTC(2013, 2, 8);

function field(url?: string): Field {
  const links = url === undefined ? undefined : [{ title: 'This day', url }];
  return {
    name: 'value',
    type: FieldType.number,
    config: links === undefined ? {} : { links },
    values: [],
    labels: { column: 'dep delay', segment: 'origin=JFK' },
  };
}

test.each([
  [undefined, { 'var-day': '2013-03-08' }],
  ['/d/flights?var-day=${__value.time:date:YYYY-MM-DD}&from=1', { 'var-day': '2013-03-08' }],
  ['?var-at=${__value.time}', { 'var-at': '1362700800000' }],
  ['?var-at=${__value.time:date}', { 'var-at': '2013-03-08T00:00:00.000Z' }],
  ['?var-column=${__field.labels.column}', { 'var-column': 'dep delay' }],
  ['?var-s=${__field.labels.segment}&var-none=${__field.labels.none}', { 'var-s': 'origin=JFK', 'var-none': '' }],
  ['https://elsewhere.example/', {}],
])('linkedValues of the link %j', (url, values) => {
  expect(linkedValues(field(url), stormMs)).toEqual(values);
});
