import type { OperatorOptions, QueryPlan, Session, UnitContext } from '../query/index.ts';
import {
  checkAnalyzer,
  checkDocument,
  evaluateColumn,
  finishQuery,
  listColumns,
  listDatasets,
  listMonitoring,
  listReferences,
  listSegments,
  openSession,
  planQuery,
  queryCaches,
  storeFacts,
} from '../query/index.ts';
import type { Job, Source, ThreadData } from './messages.ts';

/** Data sources that one thread keeps open. Default 64; the least recently used is closed, and opened when asked. */
export const maxSessions = 64;

/** Does the jobs of one thread. Knows no messages, so it runs in a test as well. */
export class JobRunner {
  readonly #operator: OperatorOptions;
  readonly #caches: ReturnType<typeof queryCaches>;
  /** In the order of use, the least recent first. */
  readonly #sessions = new Map<string, Session>();
  /** What each open query needs, or why its store could not be opened: its first column says so. */
  readonly #queries = new Map<number, UnitContext | Error>();

  constructor({ operator, cacheBytes }: ThreadData) {
    this.#operator = operator;
    this.#caches = queryCaches(cacheBytes);
  }

  open(queryId: number, source: Source, plan: QueryPlan, isCancelled: () => boolean): void {
    try {
      this.#queries.set(queryId, this.#session(source).context(plan, isCancelled));
    } catch (error) {
      this.#queries.set(queryId, error instanceof Error ? error : new Error(String(error)));
    }
  }

  close(queryId: number): void {
    this.#queries.delete(queryId);
  }

  /** Plain data that may travel to the main thread. @throws any error of the rooms below */
  async run(job: Job): Promise<unknown> {
    switch (job.kind) {
      case 'plan':
        return planQuery(this.#session(job.source), job.request);
      case 'column': {
        const context = this.#queries.get(job.queryId);
        if (context === undefined) {
          throw new Error(`query ${job.queryId} was not opened in this thread`);
        }
        if (context instanceof Error) {
          throw context;
        }
        return evaluateColumn(context, job.column);
      }
      case 'finish':
        return finishQuery(job.plan, job.results);
      case 'facts':
        return storeFacts(this.#session(job.source));
      case 'datasets':
        return listDatasets(this.#session(job.source));
      case 'columns':
        return listColumns(this.#session(job.source), job.datasetId);
      case 'segments':
        return listSegments(this.#session(job.source), job.datasetId);
      case 'references':
        return listReferences(this.#session(job.source), job.datasetId);
      case 'monitoring':
        return listMonitoring(this.#session(job.source), job.datasetId);
      case 'check-document':
        return checkDocument(job.document);
      case 'check-analyzer':
        return checkAnalyzer(this.#session(job.source), job.check);
    }
  }

  #session(source: Source): Session {
    const session =
      this.#sessions.get(source.key) ?? openSession(source.settings, source.key, this.#operator, this.#caches);
    this.#sessions.delete(source.key);
    this.#sessions.set(source.key, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > maxSessions && oldest !== undefined) {
      this.#sessions.delete(oldest);
    }
    return session;
  }
}
