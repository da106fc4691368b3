import { join } from 'node:path';
import { dayText, replayedDay, replayFlights } from '../../pkg/command/index.ts';
import { root } from '../lib/run.ts';
import { storms } from './storms.ts';

const archive = join(root, 'examples', 'flights', 'flights-profiles.tar.br');
const monitor = join(root, 'examples', 'flights', 'monitor.json');

/** The flights with moved dates: their year ends yesterday with the snow of 8 March 2013. */
export const replayedStore = join(root, 'examples', 'flights', 'store-replay');

/** Makes the store of today, unless it is there. @returns its folder */
export function makeReplayedStore(todayMs = Date.now()): string {
  replayFlights({ archive, to: replayedStore, monitor, todayMs });
  return replayedStore;
}

/** A known event with the day as which it is shown. */
export interface ReplayedStorm {
  /** The day in 2013. */
  readonly day: string;
  readonly shownAs: string;
  readonly what: string;
}

/** What happened in 2013 and where it is to be seen in the store of a day, the newest last. */
export function replayedStorms(todayMs: number): readonly ReplayedStorm[] {
  const today = Math.floor(todayMs / 86_400_000) * 86_400_000;
  return [...storms]
    .map(([day, what]) => ({ day, shownAs: dayText(replayedDay(Date.parse(day), today)), what }))
    .sort((a, b) => (a.shownAs < b.shownAs ? -1 : 1));
}
