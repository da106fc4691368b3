import type { QueryPlan, UnitResult } from '../query/index.ts';
import { columnOwner } from './column-owner.ts';
import type { Source } from './messages.ts';

/** A query whose columns are being evaluated: what is left to give out, and what has come back. */
export class RunningQuery {
  readonly id: number;
  readonly source: Source;
  readonly plan: QueryPlan;
  /** Becomes 1 when nobody waits for the answer any more; threads look at it between batches. */
  readonly cancelled = new Int32Array(new SharedArrayBuffer(4));
  readonly finished: Promise<readonly UnitResult[]>;
  /** Columns not given out yet, by thread. */
  readonly #left: number[][];
  readonly #results: (UnitResult | undefined)[];
  #missing: number;
  #resolve: (results: readonly UnitResult[]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(id: number, source: Source, plan: QueryPlan, threads: number) {
    this.id = id;
    this.source = source;
    this.plan = plan;
    this.#left = Array.from({ length: threads }, () => []);
    this.#results = new Array<UnitResult | undefined>(plan.columns.length);
    this.#missing = plan.columns.length;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // The one who waits attaches later; a rejection before that must not count as unhandled.
    this.finished.catch(() => undefined);
    plan.columns.forEach((column, i) => {
      this.#left[columnOwner(source.key, plan.request.query.datasetId, column, threads)]?.push(i);
    });
    if (this.#missing === 0) {
      this.#resolve([]);
    }
  }

  /** The next column for a thread, as its position in the plan; undefined when none is left for it. */
  take(thread: number): number | undefined {
    return this.#left[thread]?.shift();
  }

  accept(position: number, result: UnitResult): void {
    this.#results[position] = result;
    this.#missing -= 1;
    if (this.#missing === 0) {
      this.#resolve(this.#results.filter((known) => known !== undefined));
    }
  }

  /** Ends the query: nothing more is given out, and what runs stops at its next batch. */
  stop(error: unknown): void {
    Atomics.store(this.cancelled, 0, 1);
    for (const columns of this.#left) {
      columns.length = 0;
    }
    this.#reject(error);
  }
}
