import { ContractError } from './error.ts';
import { JsonReader } from './json-reader.ts';

/** Where the profiles lie. */
export interface FileStoreSettings {
  readonly type: 'file';
  /** Absolute path of a folder, below one of the roots that the operator allows. */
  readonly path: string;
}

export type StoreSettings = FileStoreSettings;

/** jsonData of the data source. */
export interface DataSourceSettings {
  readonly store: StoreSettings;
  /** Monitor documents by dataset, as objects or texts; they come before those of the store. The engine parses them. */
  readonly monitorDocuments?: Readonly<Record<string, unknown>>;
}

function parseStore(reader: JsonReader | undefined): StoreSettings {
  if (reader === undefined) {
    throw new ContractError('missing', 'store', 'no profile store is set; choose a folder in the data source settings');
  }
  const type = reader.oneOf('type', ['file'] as const);
  const path = reader.optionalString('path');
  if (path === undefined) {
    throw new ContractError('missing', 'store.path', 'no folder is set; enter the absolute path of the profiles');
  }
  if (!path.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(path)) {
    throw new ContractError(
      'unknown-value',
      'store.path',
      `"${path}" is not absolute; enter a path that begins at the root`
    );
  }
  return { type, path };
}

/**
 * Parses jsonData of a data source. Unknown keys are left alone: other versions and Grafana itself put some there.
 *
 * @throws ContractError naming the key and the remedy
 */
export function parseSettings(jsonData: unknown): DataSourceSettings {
  const reader = new JsonReader(jsonData ?? {});
  const store = parseStore(reader.optionalObject('store'));
  const documents = reader.optionalObject('monitorDocuments');
  return documents === undefined ? { store } : { store, monitorDocuments: documents.object };
}
