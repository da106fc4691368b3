import { GrafanaError } from './grafana-error.ts';
import type { ServeOptions } from './options.ts';

/** All limits, none left open. */
export type Limits = Readonly<Required<ServeOptions>>;

const minute = 60_000;

/** The defaults; ServeOptions gives the reason of each. */
export const defaultLimits: Limits = {
  queryTimeoutMs: minute,
  healthTimeoutMs: 10_000,
  resourceTimeoutMs: 30_000,
  metricsTimeoutMs: 5_000,
  deadlineMarginMs: 250,
  queryConcurrency: 8,
  instanceTimeoutMs: 30_000,
  instanceIdleMs: 30 * minute,
  instanceRetireMs: 5_000,
  maxRetiredInstances: 4,
  maxReceiveBytes: 64 * 2 ** 20,
  maxErrorTextChars: 2_000,
  logAnswers: false,
  maxLogLineBytes: 60_000,
  maxLogBufferBytes: 2 ** 20,
  parentPollMs: 2_000,
  stopTimeoutMs: 1_000,
};

/** Limits for which nothing is a sensible value. */
const mayBeZero: ReadonlySet<string> = new Set(['deadlineMarginMs', 'instanceRetireMs', 'maxRetiredInstances']);

/**
 * The options with the defaults of those that are left out.
 *
 * @throws GrafanaError `option` for a limit that is no positive number; a margin may be 0, and `maxReceiveBytes` -1 for none
 */
export function limitsOf(options: ServeOptions): Limits {
  for (const [name, value] of Object.entries(options)) {
    const isUnlimited = name === 'maxReceiveBytes' && value === -1;
    const isLimit = value > 0 || (value === 0 && mayBeZero.has(name));
    if (typeof value === 'number' && !isLimit && !isUnlimited) {
      throw new GrafanaError('option', `${name} is ${value}: give a positive number or leave it out`);
    }
  }
  return { ...defaultLimits, ...options };
}
