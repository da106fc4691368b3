import { basename, dirname } from 'node:path';
import type { DatasetResource } from '../contract/index.ts';
import type { ClientSettings, PluginClient } from '../grafana/index.ts';
import { CommandError } from './error.ts';

/** A folder as a data source, with what lies in it. */
export interface OpenedStore {
  readonly path: string;
  readonly settings: ClientSettings & {
    readonly jsonData: { readonly store: { readonly type: 'file'; readonly path: string } };
  };
  readonly datasets: readonly DatasetResource[];
}

/** Names of folders and files that hold the profiles of a day or a month. */
const dated = /^\d{4}-?\d{2}/;

/**
 * Opens a person's folder: a store with a folder for each dataset, or the folder of one dataset. A folder that holds
 * dated folders or files is itself a dataset, and its parent the store.
 *
 * @throws CommandError input, when the back end cannot read it
 */
export async function openStore(client: PluginClient, folder: string): Promise<OpenedStore> {
  const store = await askDatasets(client, folder);
  if (store.datasets.length > 0 && !store.datasets.every(({ id }) => dated.test(id))) {
    return store;
  }
  const parent = await askDatasets(client, dirname(folder));
  return { ...parent, datasets: parent.datasets.filter(({ id }) => id === basename(folder)) };
}

async function askDatasets(client: PluginClient, path: string): Promise<OpenedStore> {
  const settings = { uid: 'view', name: basename(path), jsonData: { store: { type: 'file', path } as const } };
  const answer = await client.callResource({ path: 'datasets' }, { settings });
  if (answer.status !== 200) {
    throw new CommandError('input', `${path} cannot be opened as a store of profiles: ${answer.text()}`);
  }
  // Our own back end's answer, of this very version.
  const { datasets } = answer.json() as { datasets: readonly DatasetResource[] };
  return { path, settings, datasets };
}
