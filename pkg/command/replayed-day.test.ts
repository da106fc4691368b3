import { dayEnd, dayStart, dayText, replayedDay, replayedDays } from './replayed-day.ts';

const ms = (text: string): number => Date.parse(text);

describe('the day as which a day of 2013 is shown', () => {
  // Counted by `date -u -d "2026-11-22 - N days"`.
  it.each([
    ['2013-03-08', '2026-11-21'],
    ['2013-03-07', '2026-11-20'],
    ['2013-02-08', '2026-10-24'],
    ['2013-01-01', '2026-09-16'],
    ['2013-12-31', '2026-09-15'],
    ['2013-03-09', '2025-11-22'],
  ])('%s is %s on 22 November 2026', (day, shown) => {
    expect(dayText(replayedDay(ms(day), ms('2026-11-22')))).toBe(shown);
  });

  it.each(['2026-11-22', '2024-03-01', '2013-03-09', '1970-01-02'])(
    'is another for each day of the year, in one piece that ends yesterday: %s',
    (today) => {
      const days = Array.from({ length: replayedDays }, (_, i) => ms('2013-01-01') + i * 86_400_000);
      const shown = days.map((day) => replayedDay(day, ms(today))).sort((a, b) => a - b);
      expect(dayText(shown.at(-1) ?? 0)).toBe(dayText(ms(today) - 1));
      expect(shown).toEqual(
        Array.from({ length: replayedDays }, (_, i) => ms(today) - (replayedDays - i) * 86_400_000)
      );
    }
  );

  it('begins and ends at midnight, UTC', () => {
    expect(dayStart(ms('2013-03-08T23:59:59.999Z'))).toBe(ms('2013-03-08'));
    expect(dayStart(-1)).toBe(ms('1969-12-31'));
    expect(dayEnd(ms('2013-03-08'))).toBe(ms('2013-03-09'));
  });
});
