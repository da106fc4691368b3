import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../grafana/index.ts';
import { ViewError } from './view-error.ts';

/** A built plugin: the folder of its module.js, and what Grafana tells the page about it. */
export interface PluginFiles {
  readonly folder: string;
  /** Where it is served, relative to the page. */
  readonly baseUrl: string;
  readonly meta: JsonObject;
}

/** @throws ViewError `not-built` */
export function readPlugin(folder: string): PluginFiles {
  try {
    // Made by our build from a file that its tests hold against Grafana's schema.
    const json = JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8')) as JsonObject & { readonly id: string };
    const baseUrl = `public/plugins/${json.id}`;
    return { folder, baseUrl, meta: { ...json, module: `${baseUrl}/module.js`, baseUrl } };
  } catch (cause) {
    throw new ViewError('not-built', `${folder} holds no built plugin. Remedy: npm run build`, { cause });
  }
}
