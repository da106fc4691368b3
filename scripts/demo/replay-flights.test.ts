import { replayedStorms } from './replay-flights.ts';

describe('the storms of a replayed year', () => {
  it('end with the snow of yesterday, the storm Nemo a month before it', () => {
    const storms = replayedStorms(Date.parse('2026-11-22T13:00:00Z'));
    expect(storms).toHaveLength(14);
    expect(storms.slice(-4)).toEqual([
      { day: '2013-02-08', shownAs: '2026-10-24', what: 'winter storm Nemo' },
      { day: '2013-02-09', shownAs: '2026-10-25', what: 'winter storm Nemo' },
      { day: '2013-03-06', shownAs: '2026-11-19', what: 'snow' },
      { day: '2013-03-08', shownAs: '2026-11-21', what: 'snow' },
    ]);
    // The summer and the winter after it come before the spring: they belong to the year before.
    expect(storms[0]).toEqual({ day: '2013-05-23', shownAs: '2026-02-05', what: 'thunderstorms' });
  });
});
