import type { Findings } from './report.ts';

/** What newspapers say of days in New York City in 2013. */
export const storms: ReadonlyMap<string, string> = new Map([
  ['2013-02-08', 'winter storm Nemo'],
  ['2013-02-09', 'winter storm Nemo'],
  ['2013-03-06', 'snow'],
  ['2013-03-08', 'snow'],
  ['2013-05-23', 'thunderstorms'],
  ['2013-06-28', 'thunderstorms'],
  ['2013-07-01', 'thunderstorms'],
  ['2013-07-10', 'thunderstorms'],
  ['2013-07-22', 'thunderstorms'],
  ['2013-07-23', 'thunderstorms'],
  ['2013-09-12', 'storms'],
  ['2013-12-05', 'snow and ice'],
  ['2013-12-10', 'snow and ice'],
  ['2013-12-14', 'snow and ice'],
]);

function days(points: readonly { readonly timeMs: number }[]): ReadonlySet<string> {
  return new Set(points.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 10)));
}

/** What must be among the findings for the check to pass; what is missing, in words. */
export function missedStorms({ drifted, missing }: Findings): readonly string[] {
  const mostDrifted = days(drifted.slice(0, 5));
  const cancelled = days(missing);
  return [
    ...(mostDrifted.has('2013-03-08') ? [] : ['8 March is not among the five days that drifted most']),
    ...['2013-02-08', '2013-02-09', '2013-12-10'].flatMap((day) =>
      cancelled.has(day) ? [] : [`${day} is not among the days with unusual cancellations`]
    ),
  ];
}
