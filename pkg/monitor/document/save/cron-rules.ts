import { type CronFields, readCronFields } from '../cron-fields.ts';
import type { Problem } from '../problem.ts';
import { partAt, type RawAnalyzer, textAt } from './raw-view.ts';

const monday = 1;

interface Demand {
  /** The granularities whose batches begin so. */
  readonly of: readonly string[];
  readonly text: string;
  /** True when batches of these granularities can match. */
  readonly isMet: (fields: CronFields) => boolean;
  /** True when nothing else matches too. */
  readonly isExact: (fields: CronFields) => boolean;
}

function isOnly(values: ReadonlySet<number>, value: number): boolean {
  return values.size === 1 && values.has(value);
}

/** What the guide demands of an analyzer's cron expression, by granularity (spec/monitor-config.md 2.1). */
const demands: readonly Demand[] = [
  {
    of: ['hourly', 'daily', 'weekly', 'monthly'],
    text: 'minute 0',
    isMet: ({ minute, second }) => minute.has(0) && second.has(0),
    isExact: ({ minute }) => isOnly(minute, 0),
  },
  {
    of: ['daily', 'weekly', 'monthly'],
    text: 'hour 0',
    isMet: ({ hour }) => hour.has(0),
    isExact: ({ hour }) => isOnly(hour, 0),
  },
  {
    of: ['weekly'],
    text: 'Monday',
    // Where days of the month are named too, a day of either list matches.
    isMet: ({ weekday, limitsDay, limitsWeekday }) => !limitsWeekday || limitsDay || weekday.has(monday),
    isExact: () => true,
  },
  {
    of: ['monthly'],
    text: 'day 1',
    isMet: ({ day, limitsDay, limitsWeekday }) => !limitsDay || limitsWeekday || day.has(1),
    isExact: ({ day }) => isOnly(day, 1),
  },
];

/**
 * An analyzer's cron expression is held against the start of a batch: one that no batch can match is an error, one
 * that names other times beside it a warning.
 */
export function cronRules(analyzers: readonly RawAnalyzer[], granularity: string | null): readonly Problem[] {
  return analyzers.flatMap((analyzer): readonly Problem[] => {
    const schedule = partAt(analyzer, 'schedule');
    const cron = textAt(schedule, 'type') === 'cron' ? (textAt(schedule, 'cron') ?? '') : '';
    const fields = readCronFields(cron);
    if (granularity === null || cron.trim() === '' || 'fault' in fields) {
      return [];
    }
    const path = `${analyzer.path}.schedule.cron`;
    const asked = demands.filter(({ of }) => of.includes(granularity));
    const missed = asked.filter(({ isMet }) => !isMet(fields)).map(({ text }) => text);
    const loose = asked.filter(({ isExact }) => !isExact(fields)).map(({ text }) => text);
    if (missed.length > 0) {
      return [
        {
          severity: 'error',
          path,
          code: 'never-runs',
          text: `a ${granularity} batch begins at ${missed.join(' and ')}, which this expression never matches. Remedy: include ${missed.join(' and ')}`,
        },
      ];
    }
    return loose.length === 0
      ? []
      : [
          {
            severity: 'warning',
            path,
            code: 'cron',
            text: `a ${granularity} batch begins at ${loose.join(' and ')}; other times never match. Remedy: name only ${loose.join(' and ')}`,
          },
        ];
  });
}
