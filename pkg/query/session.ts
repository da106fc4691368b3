import type { DataSourceSettings } from '../contract/index.ts';
import type { CatalogSnapshot, ProfileStore } from '../store/index.ts';
import { Catalog, fileStore } from '../store/index.ts';
import type { BatchCaches } from '../timeline/index.ts';
import { BatchReader, TimelineIndex } from '../timeline/index.ts';
import type { OperatorOptions } from './operator.ts';

/** What one thread holds of one data source: its store, the catalog and what was read. */
export class Session {
  readonly reader: BatchReader;
  readonly operator: OperatorOptions;
  readonly #catalog: Catalog;
  #indexed: { readonly snapshot: CatalogSnapshot; readonly index: TimelineIndex } | null = null;

  /** @param scope names the data source in the caches, which it shares with others */
  constructor(store: ProfileStore, scope: string, operator: OperatorOptions, caches: BatchCaches) {
    this.reader = new BatchReader(store, scope, caches);
    this.operator = operator;
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
}

/** Opens the store that a data source's settings name. @throws StoreError when it is not allowed or not there */
export function openSession(
  settings: DataSourceSettings,
  scope: string,
  operator: OperatorOptions,
  caches: BatchCaches
): Session {
  return new Session(fileStore(settings.store.path, operator.roots), scope, operator, caches);
}
