/** From a request to frames, in three steps that any thread can take: plan, evaluate a column, finish. */
export type { RequestErrorCode } from './error.ts';
export { isRequestError, RequestError } from './error.ts';
export { evaluateColumn, finishQuery, planQuery, runQuery } from './engine.ts';
export { joinFrames } from './frames-of-column.ts';
export type { Failure, FailureStatus } from './failure.ts';
export { knownFailure } from './failure.ts';
export type { StoreFacts } from './health.ts';
export { healthText, storeFacts } from './health.ts';
export { listColumns, listDatasets, listMetrics, listReferences, listSegments } from './lists.ts';
export type { OperatorOptions } from './operator.ts';
export { defaultThreads, mostThreads, operatorOptions } from './operator.ts';
export type { QueryPlan } from './plan.ts';
export type { QueryCaches } from './query-caches.ts';
export { queryCaches } from './query-caches.ts';
export type { QueryRequest } from './request.ts';
export { openSession, Session } from './session.ts';
export type { UnitContext } from './unit-context.ts';
export type { UnitResult } from './unit-result.ts';
