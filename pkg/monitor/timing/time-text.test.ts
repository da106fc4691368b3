import { durationText, momentText } from './time-text.ts';

it.each([
  [0, '1970-01-01T00:00:00Z'],
  [1, '1970-01-01T00:00:00.001Z'],
  [-1000, '1969-12-31T23:59:59Z'],
  [8.64e15, '+275760-09-13T00:00:00Z'],
  [8.64e15 + 1, 'a time beyond all dates'],
  [Infinity, 'a time beyond all dates'],
])('the moment %d is %s', (time, text) => {
  expect(momentText(time)).toBe(text);
});

it.each([
  [0, '0 seconds'],
  [1, '1 millisecond'],
  [1500, '1500 milliseconds'],
  [1000, '1 second'],
  [61_000, '61 seconds'],
  [60_000, '1 minute'],
  [5_400_000, '90 minutes'],
  [3_600_000, '1 hour'],
  [36 * 3_600_000, '36 hours'],
  [86_400_000, '1 day'],
  [30 * 86_400_000, '30 days'],
])('the duration %d is %s', (duration, text) => {
  expect(durationText(duration)).toBe(text);
});
