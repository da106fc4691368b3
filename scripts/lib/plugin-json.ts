import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productVersion } from './layout.ts';
import { root } from './run.ts';

/** The day of the build; SOURCE_DATE_EPOCH (seconds) fixes it where a build must be repeatable. */
export function buildDay(epochSeconds: string | undefined = process.env['SOURCE_DATE_EPOCH']): string {
  const time = epochSeconds === undefined || epochSeconds === '' ? Date.now() : Number(epochSeconds) * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

/** A text of src/ with its placeholders replaced: the product's version, the day of the build, the app's id. */
export function fillPlaceholders(text: string): string {
  return text.replaceAll('%VERSION%', productVersion()).replaceAll('%TODAY%', buildDay());
}

/** The plugin.json of src/FOLDER, placeholders replaced. */
export function readPluginJson(folder: string): string {
  return fillPlaceholders(readFileSync(join(root, 'src', folder, 'plugin.json'), 'utf8'));
}

/** The `id` of the plugin in src/FOLDER. */
export function pluginId(folder: string): string {
  const plugin: unknown = JSON.parse(readPluginJson(folder));
  if (typeof plugin === 'object' && plugin !== null && 'id' in plugin && typeof plugin.id === 'string') {
    return plugin.id;
  }
  throw new Error(`src/${folder}/plugin.json has no id`);
}
