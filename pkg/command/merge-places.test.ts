import { mergePlaces } from './merge-places.ts';

it.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['orgId'], ['orgId']],
  [['analyzers[0].id'], ['analyzers[0].id']],
  [['analyzers[0].id', 'analyzers[1].id'], ['analyzers[0-1].id']],
  [['a[0].b', 'a[1].b', 'a[2].b', 'a[5].b', 'a[10].b'], ['a[0-2,5,10].b']],
  [['a[10].b', 'a[9].b'], ['a[9-10].b']],
  [
    ['a[0].b', 'a[0].c', 'a[1].b'],
    ['a[0-1].b', 'a[0].c'],
  ],
  // Inner indexes first; outer ones only where the inner are the same.
  [['a[0].s[0].t', 'a[0].s[1].t', 'a[1].s[0].t', 'a[1].s[1].t'], ['a[0-1].s[0-1].t']],
  [
    ['a[0].s[0].t', 'a[0].s[1].t', 'a[1].s[0].t'],
    ['a[0].s[0-1].t', 'a[1].s[0].t'],
  ],
  [
    ['a[0]', 'b'],
    ['a[0]', 'b'],
  ],
])('%j is %j', (paths, merged) => {
  expect(mergePlaces(paths)).toEqual(merged);
});
