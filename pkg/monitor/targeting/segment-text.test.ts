import { segmentRecordText } from './segment-text.ts';

it.each<[string, [string, string][], string]>([
  ['the whole dataset', [], ''],
  ['one tag', [['city', 'durham']], 'city=durham'],
  [
    'sorted by key',
    [
      ['house', 'blue'],
      ['city', 'durham'],
    ],
    'city=durham&house=blue',
  ],
  ['every & replaced', [['a&b&c', 'd&e&f']], 'a_b_c=d_e_f'],
  ['an equals sign is not', [['a=b', 'c=d']], 'a=b=c=d'],
  [
    'blank keys left out',
    [
      ['', 'x'],
      [' ', 'y'],
      ['city', 'durham'],
    ],
    'city=durham',
  ],
  ['blank values kept', [['city', '']], 'city='],
])('%s', (_, tags, expected) => {
  expect(segmentRecordText(tags.map(([key, value]) => ({ key, value })))).toBe(expected);
});
