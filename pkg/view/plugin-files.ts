import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ViewError } from './view-error.ts';

/** A built plugin: the folder of its module.js, and what Grafana tells the page about it. */
export interface PluginFiles {
  readonly folder: string;
  readonly meta: PluginMeta;
}

export interface PluginMeta {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly info: { readonly version: string };
  /** Relative to the page. */
  readonly module: string;
  readonly baseUrl: string;
}

/** @throws ViewError `not-built`, `plugin` */
export function readPlugin(folder: string): PluginFiles {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8'));
  } catch (cause) {
    throw new ViewError('not-built', `${folder} holds no built plugin. Remedy: npm run build`, { cause });
  }
  // Written by our own build; what is read of it is looked at below.
  const { id, name, type, info, ...rest } = json as Partial<PluginMeta>;
  if (id === undefined || !/^[\w-]+$/.test(id) || name === undefined || type === undefined || info === undefined) {
    throw new ViewError('plugin', `${join(folder, 'plugin.json')} lacks an id, a name, a type or info`);
  }
  const baseUrl = `public/plugins/${id}`;
  return { folder, meta: { ...rest, id, name, type, info, module: `${baseUrl}/module.js`, baseUrl } };
}
