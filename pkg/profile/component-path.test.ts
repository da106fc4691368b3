import { type ComponentPlace, componentPlace, metricOf } from './component-path.ts';

const slot = (path: ComponentPlace['path']): unknown => ({ kind: 'slot', path, slot: path });
const other = (path: string): unknown => ({ kind: 'other', path });

test.each<[string, unknown]>([
  ['counts/n', slot('counts/n')],
  ['frequent_items/frequent_strings', slot('frequent_items/frequent_strings')],
  ['counts/later', other('counts/later')],
  ['condition_count/a/b', { kind: 'condition', path: 'condition_count/a/b', name: 'a/b' }],
  ['condition_count/x:y/z', { kind: 'condition', path: 'condition_count/x:y/z', name: 'x:y/z' }],
  ['golden_custom/dataclass_param', other('golden_custom/dataclass_param')],
  ['embedding/references', other('embedding/references')],
  ['svd/U', other('svd/U')],
  ['', other('')],
  ['counts', other('counts')],
  ['/x:y/z', other('/x:y/z')],
  ['ns/:y/z', other('ns/:y/z')],
  ['ns/x:y', other('ns/x:y')],
  ['counts/x:y/z', other('counts/x:y/z')],
])('%s', (path, place) => {
  expect(componentPlace(path)).toEqual(place);
});

test('a submetric is a column of its own', () => {
  expect(componentPlace('image/Hue.mean:distribution/kll')).toEqual({
    kind: 'submetric',
    path: 'image/Hue.mean:distribution/kll',
    namespace: 'image',
    submetric: 'Hue.mean',
    inner: slot('distribution/kll'),
  });
});

test('submetrics of submetrics end at a depth', () => {
  let place = componentPlace(`${'a/b:'.repeat(100_000)}counts/n`);
  let depth = 0;
  while (place.kind === 'submetric') {
    place = place.inner;
    depth++;
  }
  expect([depth, place.kind]).toEqual([4, 'other']);
});

test.each<[string, string]>([
  ['counts/null', 'counts'],
  ['types/tensor', 'types'],
  ['distribution/m2', 'distribution'],
  ['ints/min', 'ints'],
  ['cardinality/hll', 'cardinality'],
  ['frequent_items/frequent_strings', 'frequent_items'],
  ['condition_count/total', 'condition_count'],
  ['udf/length:counts/n', 'submetrics'],
  ['mine/x', 'other'],
])('%s is asked for as %s', (path, metric) => {
  expect(metricOf(componentPlace(path))).toBe(metric);
});
