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
