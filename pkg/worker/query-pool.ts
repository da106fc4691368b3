import type { Worker } from 'node:worker_threads';
import type {
  AnalyzerCheck,
  AnalyzerCheckResource,
  ColumnsResource,
  DatasetsResource,
  DocumentCheckResource,
  JsonObject,
  MonitoringResource,
  ReferencesResource,
  SegmentsResource,
} from '../contract/index.ts';
import type { EncodedFrame } from '../grafana/frames.ts';
import type { OperatorOptions, QueryPlan, QueryRequest, StoreFacts, UnitResult } from '../query/index.ts';
import { joinFrames } from '../query/index.ts';
import { Gate } from './gate.ts';
import type { Job, Source, ThreadData } from './messages.ts';
import { PoolThread } from './pool-thread.ts';
import { RunningQuery } from './running-query.ts';

export interface QueryPoolOptions {
  readonly operator: OperatorOptions;
  /** Starts a thread that runs worker-main with the given data. */
  readonly spawn: (data: ThreadData) => Worker;
  /** Told when a thread ended against its will; for the log. */
  readonly onThreadEnd: (reason: string) => void;
}

/** Columns that a thread is given ahead, so that it never waits for the main thread. More would delay other queries. */
const columnsAhead = 2;

/**
 * Plans and tables that the catalog's thread is given at a time. A dashboard brings fifty at once, and a health check
 * that comes after them must not wait for them all.
 */
const plansAhead = 1;

const mebibyte = 1024 * 1024;

/**
 * Runs queries in threads: one keeps the catalogs and makes plans, the others evaluate columns. Queries take turns
 * column by column, so that a large one does not hold up a small one.
 */
export class QueryPool {
  readonly #catalog: PoolThread;
  readonly #plans = new Gate(plansAhead);
  readonly #threads: readonly PoolThread[];
  /** In turn order: the query that was served last stands last. */
  readonly #running: RunningQuery[] = [];
  /** Which queries each thread has been told of, by the thread's generation. */
  readonly #opened = new Map<RunningQuery, Map<number, number>>();
  #nextQueryId = 1;

  constructor({ operator, spawn, onThreadEnd }: QueryPoolOptions) {
    const cacheBytes = Math.floor((operator.memoryMiB * mebibyte) / operator.threads);
    const onEnd = ({ reason }: { readonly reason: string }): void => onThreadEnd(reason);
    // The catalog's thread decodes only what the pickers ask for; a small cache serves.
    this.#catalog = new PoolThread(() => spawn({ operator, cacheBytes: 8 * mebibyte }), onEnd);
    this.#threads = Array.from(
      { length: operator.threads },
      () => new PoolThread(() => spawn({ operator, cacheBytes }), onEnd)
    );
  }

  /**
   * Answers a query.
   *
   * @param signal when it aborts, the work stops within one batch and the promise rejects with the signal's reason
   * @throws JobError
   */
  async query(source: Source, request: QueryRequest, signal: AbortSignal): Promise<readonly EncodedFrame[]> {
    const plan = await this.#ask<QueryPlan>({ kind: 'plan', source, request }, signal);
    const results = await this.#evaluate(source, plan, signal);
    const frames = joinFrames(results);
    // Frames are ready as they come; a table, or the answer that there is none, is made where there is time for it.
    return frames.length > 0 ? frames : this.#ask<readonly EncodedFrame[]>({ kind: 'finish', plan, results }, signal);
  }

  async facts(source: Source, signal: AbortSignal): Promise<StoreFacts> {
    return this.#ask({ kind: 'facts', source }, signal);
  }

  async datasets(source: Source, signal: AbortSignal): Promise<DatasetsResource> {
    return this.#ask({ kind: 'datasets', source }, signal);
  }

  async columns(source: Source, datasetId: string, signal: AbortSignal): Promise<ColumnsResource> {
    return this.#ask({ kind: 'columns', source, datasetId }, signal);
  }

  async segments(source: Source, datasetId: string, signal: AbortSignal): Promise<SegmentsResource> {
    return this.#ask({ kind: 'segments', source, datasetId }, signal);
  }

  async references(source: Source, datasetId: string, signal: AbortSignal): Promise<ReferencesResource> {
    return this.#ask({ kind: 'references', source, datasetId }, signal);
  }

  async monitoring(source: Source, datasetId: string, signal: AbortSignal): Promise<MonitoringResource> {
    return this.#ask({ kind: 'monitoring', source, datasetId }, signal);
  }

  async checkDocument(document: string | JsonObject, signal: AbortSignal): Promise<DocumentCheckResource> {
    return this.#ask({ kind: 'check-document', document }, signal);
  }

  async checkAnalyzer(source: Source, check: AnalyzerCheck, signal: AbortSignal): Promise<AnalyzerCheckResource> {
    return this.#ask({ kind: 'check-analyzer', source, check }, signal);
  }

  /** Ends all threads; what runs fails. */
  async close(): Promise<void> {
    await Promise.all([this.#catalog, ...this.#threads].map((thread) => thread.close()));
  }

  /** Asks the catalog's thread. The type of the answer follows from the kind of the job (job-runner.ts). */
  async #ask<Answer>(job: Job, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const isOfQuery = job.kind === 'plan' || job.kind === 'finish';
    const asked = isOfQuery ? this.#plans.run(() => this.#askUnlessAborted(job, signal)) : this.#catalog.run(job);
    const answer = await untilAborted(asked, signal);
    // The thread runs this program's own code; JobRunner.run returns what each kind of job promises.
    return answer as Answer;
  }

  /** For a job whose turn may come when nobody waits for it any more. */
  async #askUnlessAborted(job: Job, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    return this.#catalog.run(job);
  }

  async #evaluate(source: Source, plan: QueryPlan, signal: AbortSignal): Promise<readonly UnitResult[]> {
    const query = new RunningQuery(this.#nextQueryId, source, plan, this.#threads.length);
    this.#nextQueryId += 1;
    const abort = (): void => query.stop(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    this.#running.push(query);
    this.#opened.set(query, new Map());
    try {
      if (signal.aborted) {
        abort();
      }
      this.#threads.forEach((_, i) => this.#feed(i));
      return await query.finished;
    } finally {
      signal.removeEventListener('abort', abort);
      this.#running.splice(this.#running.indexOf(query), 1);
      for (const [i, generation] of this.#opened.get(query) ?? []) {
        const thread = this.#threads[i];
        if (thread?.generation === generation) {
          thread.tell({ kind: 'close', queryId: query.id });
        }
      }
      this.#opened.delete(query);
    }
  }

  /** Gives a thread columns until it has enough ahead. */
  #feed(i: number): void {
    const thread = this.#threads[i];
    while (thread !== undefined && thread.pending < columnsAhead) {
      const next = this.#next(i);
      if (next === null) {
        return;
      }
      this.#give(i, thread, next.query, next.position);
    }
  }

  /** The next column for a thread, from the query that was served longest ago. */
  #next(i: number): { readonly query: RunningQuery; readonly position: number } | null {
    for (const query of this.#running) {
      const position = query.take(i);
      if (position !== undefined) {
        this.#running.push(...this.#running.splice(this.#running.indexOf(query), 1));
        return { query, position };
      }
    }
    return null;
  }

  #give(i: number, thread: PoolThread, query: RunningQuery, position: number): void {
    thread.warm();
    const opened = this.#opened.get(query);
    if (opened?.get(i) !== thread.generation) {
      const { id: queryId, source, plan, cancelled } = query;
      thread.tell({ kind: 'open', queryId, source, plan, cancelled });
      opened?.set(i, thread.generation);
    }
    const column = query.plan.columns[position] ?? '';
    thread
      .run({ kind: 'column', queryId: query.id, column })
      // The thread runs this program's own code; a column job gives a UnitResult.
      .then((result) => query.accept(position, result as UnitResult))
      .catch((error: unknown) => query.stop(error))
      .finally(() => this.#feed(i));
  }
}

/** The promise's outcome, or the signal's reason as soon as it aborts. The work behind the promise is not stopped. */
async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'));
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    promise.catch(() => undefined);
  }
}
