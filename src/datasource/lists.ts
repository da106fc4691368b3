import { Observable, ReplaySubject, share, timer } from 'rxjs';
import type {
  ColumnsResource,
  DatasetsResource,
  MonitoringResource,
  ReferencesResource,
  SegmentsResource,
} from '../../pkg/contract/index.ts';

/** How long a list serves without being asked for again: a new dataset or column is seen within it. */
export const listLifetimeMs = 60_000;

/** Asks the back end for a resource; gives up when the signal says so. */
export type Ask = (path: string, signal: AbortSignal) => Promise<unknown>;

/**
 * What the store has, for the pickers. Each list is asked for once however many pickers want it, kept for a minute,
 * and given up when nobody waits for it any more. A failure is not kept.
 */
export class Lists {
  readonly #ask: Ask;
  readonly #known = new Map<string, Observable<unknown>>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  datasets(): Observable<DatasetsResource> {
    return this.#list('datasets');
  }

  columns(datasetId: string): Observable<ColumnsResource> {
    return this.#list(`datasets/${encodeURIComponent(datasetId)}/columns`);
  }

  segments(datasetId: string): Observable<SegmentsResource> {
    return this.#list(`datasets/${encodeURIComponent(datasetId)}/segments`);
  }

  references(datasetId: string): Observable<ReferencesResource> {
    return this.#list(`datasets/${encodeURIComponent(datasetId)}/references`);
  }

  monitoring(datasetId: string): Observable<MonitoringResource> {
    return this.#list(`datasets/${encodeURIComponent(datasetId)}/monitoring`);
  }

  #list<Resource>(path: string): Observable<Resource> {
    let list = this.#known.get(path);
    if (list === undefined) {
      list = this.#request(path).pipe(
        share({
          connector: () => new ReplaySubject(1),
          resetOnComplete: () => timer(listLifetimeMs),
          resetOnError: true,
          resetOnRefCountZero: true,
        })
      );
      this.#known.set(path, list);
    }
    // What stands at each path is the contract's, and the back end is of the same version as this.
    return list as Observable<Resource>;
  }

  #request(path: string): Observable<unknown> {
    return new Observable((subscriber) => {
      const abort = new AbortController();
      this.#ask(path, abort.signal).then(
        (value) => {
          subscriber.next(value);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error)
      );
      return () => abort.abort();
    });
  }
}
