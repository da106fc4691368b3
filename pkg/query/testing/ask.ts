import { isEngineQuery, parseQuery } from '../../contract/index.ts';
import { type LoggedRow, ProfileWriter, type WriterOptions } from '../../profile/index.ts';
import type { ProfileStore } from '../../store/index.ts';
import type { OperatorOptions, QueryRequest } from '../index.ts';
import { queryCaches, runQuery, Session } from '../index.ts';
import type { BatchRequest } from '../request.ts';
import { type ReadFrame, readFrame } from './read-frame.ts';

export const operator: OperatorOptions = {
  roots: [],
  threads: 1,
  memoryMiB: 64,
  queryTimeoutSeconds: 60,
  maxSeries: 10_000,
};

/** A profile of the given rows; `day` is its dataset timestamp. */
export function profileOf(day: string, rows: readonly LoggedRow[], options: Partial<WriterOptions> = {}): Uint8Array {
  const writer = new ProfileWriter({ datasetTimestampMs: Date.parse(day), ...options });
  rows.forEach((row) => writer.log(row));
  return writer.finish();
}

/** Rows of one column. */
export function column(name: string, values: readonly (number | string | boolean | null)[]): readonly LoggedRow[] {
  return values.map((value) => ({ [name]: value }));
}

export function sessionOf(store: ProfileStore, options: Partial<OperatorOptions> = {}): Session {
  return new Session(store, 'test', { ...operator, ...options }, queryCaches(64 * 1024 * 1024));
}

/** What Grafana says around a query, in a form that tests can write. */
export interface Around {
  readonly from?: string;
  readonly to?: string;
  readonly maxDataPoints?: number;
  readonly isAlert?: boolean;
  readonly now?: string;
}

/** A request over 1 to 10 March 2013, asked a month later. */
export function requestOf(model: object, around: Around = {}): QueryRequest {
  return {
    query: parseQuery({ datasetId: 'd', ...model }),
    fromMs: Date.parse(around.from ?? '2013-03-01'),
    toMs: Date.parse(around.to ?? '2013-03-11'),
    maxDataPoints: around.maxDataPoints ?? 1000,
    isAlert: around.isAlert ?? false,
    nowMs: Date.parse(around.now ?? '2013-04-01'),
  };
}

/** The same for a query of batches, as makePlan takes it. */
export function batchRequestOf(model: object, around: Around = {}): BatchRequest {
  const request = requestOf(model, around);
  if (isEngineQuery(request.query)) {
    throw new Error(`${request.query.kind} is a question to the engine`);
  }
  return { ...request, query: request.query };
}

/** The answer of a query, in this thread. */
export async function ask(session: Session, model: object, around?: Around): Promise<readonly ReadFrame[]> {
  return (await runQuery(session, requestOf(model, around))).map(readFrame);
}
