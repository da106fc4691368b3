import { corrected, type Fact, ignored, isOneOf, same, type ShapeFacts, when } from './fact.ts';

const exclusionRanges = same('It never matches inside such a range: start <= t < end.');

const ofImmediate: Fact = when(
  'with type immediate',
  (_value, { object }) => object['type'] === 'immediate',
  ignored('An immediate schedule always matches.')
);

/** Schedules: of analyzers and of exclusions of a baseline, which are held against batches; of monitors, which are not. */
export const scheduleShapes = {
  schedule: {
    name: 'schedule',
    keys: {
      type: [when('immediate', isOneOf('immediate'), same('Of monitors alone.')), ...same('fixed or cron.')],
      cadence: same('Minutes are checked for hourly alone, as there; PT15M matches every batch.'),
      cron: same(
        'Five fields as in Unix, six with seconds first as in Spring, or a macro. @weekly is Sunday, so it never matches a week, which begins on Monday. Seven fields are refused.'
      ),
      exclusionRanges: [ofImmediate, ...exclusionRanges],
    },
  },
  monitorSchedule: {
    name: 'schedule of a monitor',
    keys: {
      type: [
        when('immediate', isOneOf('immediate'), same('Speaks of the newest batch.')),
        ...same('fixed or cron: a digest speaks of the range that it is asked for.'),
      ],
      cadence: corrected("Does not decide when the monitor speaks: Grafana's rule does."),
      cron: corrected("Does not decide when the monitor speaks: Grafana's rule does."),
      exclusionRanges: [
        ofImmediate,
        ...corrected("The monitor says nothing inside such a range. WhyLabs' scheduler did not look at it."),
      ],
    },
  },
  timeRange: {
    name: 'time range',
    keys: { start: same('Inclusive; needs an offset.'), end: same('Exclusive; needs an offset.') },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
