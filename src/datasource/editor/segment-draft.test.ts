import { replaced, segmentsOf } from './segment-draft.ts';

const tag = (key: string, value: string) => ({ key, value });
const jfk = tag('origin', 'JFK');

test.each([
  ['nothing', [], undefined],
  ['a tag that is still empty', [{ tags: [tag('', '')] }], undefined],
  ['a key without its value', [{ tags: [tag('origin', '')] }], undefined],
  ['a complete tag', [{ tags: [jfk] }], [{ tags: [jfk] }]],
  ['a complete and an empty tag', [{ tags: [jfk, tag('', '')] }], [{ tags: [jfk] }]],
  ['the whole dataset, which was asked for', [{ tags: [] }], [{ tags: [] }]],
  ['the whole dataset beside a segment on its way', [{ tags: [] }, { tags: [tag('a', '')] }], [{ tags: [] }]],
])('%s', (_, draft, segments) => {
  expect(segmentsOf(draft)).toEqual(segments);
});

test('an entry is replaced, or left out', () => {
  expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
  expect(replaced(['a', 'b', 'c'], 1, null)).toEqual(['a', 'c']);
  expect(replaced(['a'], 5, 'x')).toEqual(['a']);
});
