import { parseArgs } from 'node:util';
import { CommandError } from './error.ts';
import type { ReplayOptions } from './replay-flights.ts';
import { replayFlights } from './replay-flights.ts';
import { dayStart, dayText, replayedDay, replayedLastDay } from './replayed-day.ts';
import type { Output } from './show.ts';

export const replayUsage = 'driftglass replay --archive FILE --to DIR [--monitor FILE] [--today YYYY-MM-DD]';

function dayOf(text: string): number {
  const startMs = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(startMs) || dayText(startMs) !== text) {
    throw new CommandError(
      'usage',
      `--today is "${text}"; a day such as 2026-03-09 is expected. Usage: ${replayUsage}`
    );
  }
  return startMs;
}

function parse(args: readonly string[], nowMs: number): ReplayOptions {
  let values: { archive?: string; to?: string; monitor?: string; today?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        archive: { type: 'string' },
        to: { type: 'string' },
        monitor: { type: 'string' },
        today: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new CommandError('usage', `${error instanceof Error ? error.message : String(error)}. Usage: ${replayUsage}`);
  }
  const { archive, to, monitor = null, today } = values;
  if (archive === undefined || to === undefined) {
    throw new CommandError('usage', `--${archive === undefined ? 'archive' : 'to'} is missing. Usage: ${replayUsage}`);
  }
  return { archive, to, monitor, todayMs: today === undefined ? dayStart(nowMs) : dayOf(today) };
}

/**
 * `driftglass replay`: makes a store of the example flights whose year ends yesterday, so that what asks for the
 * newest batch finds something.
 *
 * @param nowMs the clock, epoch ms; its UTC day is today unless `--today` says another
 * @returns the exit code 0
 * @throws CommandError
 */
export function replay(args: readonly string[], output: Output, nowMs = Date.now()): number {
  const options = parse(args, nowMs);
  const { wasMade, folder } = replayFlights(options);
  const shown = dayText(replayedDay(Date.parse(replayedLastDay), options.todayMs));
  output.line(
    `${options.to}/${folder} ${wasMade ? 'holds now' : 'holds already'} the flights of 2013 with moved dates: ${replayedLastDay} is shown as ${shown}. Weekdays are not those of 2013.`
  );
  return 0;
}
