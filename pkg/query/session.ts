import type { DataSourceSettings } from '../contract/index.ts';
import type { CatalogSnapshot, ProfileStore } from '../store/index.ts';
import { Catalog, fileStore } from '../store/index.ts';
import { BatchReader, TimelineIndex } from '../timeline/index.ts';
import type { JudgementCache } from '../monitor/index.ts';
import { DocumentLoader } from './monitoring/load-document.ts';
import type { OperatorOptions } from './operator.ts';
import type { QueryPlan } from './plan.ts';
import type { QueryCaches } from './query-caches.ts';
import { judgementCache } from './query-caches.ts';
import type { UnitContext } from './unit-context.ts';

/** What one thread holds of one data source: its store, the catalog and what was read. */
export class Session {
  readonly reader: BatchReader;
  readonly operator: OperatorOptions;
  readonly documents: DocumentLoader;
  readonly #judgements: JudgementCache;
  readonly #catalog: Catalog;
  #indexed: { readonly snapshot: CatalogSnapshot; readonly index: TimelineIndex } | null = null;

  /**
   * @param scope names the data source in the caches, which it shares with others
   * @param documents monitor documents of the data source's settings, by dataset
   */
  constructor(
    store: ProfileStore,
    scope: string,
    operator: OperatorOptions,
    caches: QueryCaches,
    documents: ReadonlyMap<string, unknown> = new Map()
  ) {
    this.reader = new BatchReader(store, scope, caches);
    this.operator = operator;
    this.documents = new DocumentLoader(store, documents);
    this.#judgements = judgementCache(caches.judgements, scope);
    this.#catalog = new Catalog(store);
  }

  /** The store's datasets as they are now (a few seconds old at most). @throws StoreError */
  async index(): Promise<TimelineIndex> {
    const snapshot = await this.#catalog.snapshot();
    if (this.#indexed?.snapshot !== snapshot) {
      this.#indexed = { snapshot, index: new TimelineIndex(snapshot) };
    }
    return this.#indexed.index;
  }

  /** What the evaluation of a plan's units may use. */
  context(plan: QueryPlan, isCancelled: () => boolean): UnitContext {
    return { plan, reader: this.reader, judgements: this.#judgements, isCancelled };
  }
}

/** Opens the store that a data source's settings name. @throws StoreError when it is not allowed or not there */
export function openSession(
  settings: DataSourceSettings,
  scope: string,
  operator: OperatorOptions,
  caches: QueryCaches
): Session {
  const { store, monitorDocuments = {} } = settings;
  const documents = new Map(Object.entries(monitorDocuments));
  return new Session(fileStore(store.path, operator.roots), scope, operator, caches, documents);
}
