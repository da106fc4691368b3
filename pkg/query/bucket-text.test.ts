import { bucketsText } from './bucket-text.ts';

const ms = (text: string): number => Date.parse(text);

it.each([
  [[], 'daily', 'the newest completed batches'],
  [['2013-03-08'], 'daily', '2013-03-08'],
  [['2013-03-07', '2013-03-08'], 'daily', '2013-03-07 to 2013-03-08'],
  [['2013-03-08T05:00Z'], 'hourly', '2013-03-08T05:00Z'],
  [['2013-03-08T05:00Z', '2013-03-08T06:00Z'], 'hourly', '2013-03-08T05:00Z to 2013-03-08T06:00Z'],
  [['2013-03-04'], 'weekly', 'the week of 2013-03-04'],
  [['2013-03-04', '2013-03-11'], 'weekly', 'the weeks of 2013-03-04 to 2013-03-11'],
  [['2013-03-01'], 'monthly', '2013-03'],
  [['2013-01-01', '2013-04-01'], 'quarterly', '2013-01 to 2013-04'],
  [['2013-01-01'], 'yearly', '2013'],
] as const)('%j in %s batches are %s', (days, size, text) => {
  expect(bucketsText(days.map(ms), size)).toBe(text);
});
