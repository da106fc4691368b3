import { isInEvent } from './event-days.ts';

function at(text: string): number {
  return Date.parse(text);
}

const events = [
  { startMs: at('2024-03-03T18:00Z'), endMs: at('2024-03-06T12:00Z') },
  { startMs: at('2024-05-01T08:00Z'), endMs: at('2024-05-01T20:00Z') },
  { startMs: at('1969-12-30T12:00Z'), endMs: at('1969-12-31T12:00Z') },
];

// Cut to whole dates: 3 to 5 March; none of May; 30 December 1969.
it.each([
  ['2024-03-02T23:59:59.999Z', false],
  ['2024-03-03T00:00Z', true],
  ['2024-03-04T12:00Z', true],
  ['2024-03-05T23:59:59.999Z', true],
  ['2024-03-06T00:00Z', false],
  ['2024-05-01T12:00Z', false],
  ['1969-12-29T23:59Z', false],
  ['1969-12-30T00:00Z', true],
  ['1969-12-30T23:59Z', true],
  ['1969-12-31T00:00Z', false],
])('%s lies in an event: %s', (text, expected) => {
  expect(isInEvent(at(text), events)).toBe(expected);
});

it('nothing lies in no event', () => {
  expect(isInEvent(0, [])).toBe(false);
});
