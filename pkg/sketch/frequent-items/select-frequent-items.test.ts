import { refusal } from '../testing/fixtures.ts';
import { selectFrequentItems } from './select-frequent-items.ts';

const sketch = {
  lgMax: 10,
  totalWeight: 100,
  offset: 5,
  items: [
    { value: 'b', weight: 20 },
    { value: 'a', weight: 20 },
    { value: '\u{1f600}', weight: 6 },
    { value: '\uffee', weight: 6 },
    { value: 'five', weight: 5 },
    { value: 'one', weight: 1 },
  ],
};

test.each([
  ['NO_FALSE_POSITIVES', undefined, ['a', 'b', '\uffee', '\u{1f600}']],
  ['NO_FALSE_NEGATIVES', undefined, ['a', 'b', '\uffee', '\u{1f600}', 'five', 'one']],
  ['NO_FALSE_POSITIVES', 0, ['a', 'b', '\uffee', '\u{1f600}', 'five', 'one']],
  ['NO_FALSE_POSITIVES', 6, ['a', 'b']],
  ['NO_FALSE_NEGATIVES', 10, ['a', 'b', '\uffee', '\u{1f600}']],
  ['NO_FALSE_NEGATIVES', 25, []],
  ['NO_FALSE_POSITIVES', Infinity, []],
] as const)('%s above %p', (errorType, threshold, values) => {
  expect(selectFrequentItems(sketch, errorType, threshold).map(({ value }) => value)).toEqual(values);
});

test('the estimate is the upper bound', () => {
  expect(selectFrequentItems(sketch, 'NO_FALSE_POSITIVES')[0]).toEqual({
    value: 'a',
    estimate: 25,
    lower: 20,
    upper: 25,
  });
});

test('one of many items', () => {
  const items = Array.from({ length: 100 }, (_, i) => ({ value: `v${i}`, weight: i + 1 }));
  const many = { lgMax: 10, totalWeight: 5050, offset: 99, items };
  expect(selectFrequentItems(many, 'NO_FALSE_POSITIVES')).toEqual([
    { value: 'v99', estimate: 199, lower: 100, upper: 199 },
  ]);
});

test.each([-1, NaN])('a threshold of %p is refused', (threshold) => {
  expect(refusal(() => selectFrequentItems(sketch, 'NO_FALSE_POSITIVES', threshold))).toEqual({
    code: 'argument',
    offset: null,
    message: `frequent items sketch: threshold ${threshold} is no weight; give 0 or more`,
  });
});
