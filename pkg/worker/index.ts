/** The threads that run queries, so that the main one is free to talk to Grafana. */
export { JobError, jobFailure } from './job-error.ts';
export type { Source, ThreadData } from './messages.ts';
export type { QueryPoolOptions } from './query-pool.ts';
export { QueryPool } from './query-pool.ts';
