import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { distFolder, executableName, readJson, type PluginFolder } from '../../scripts/lib/layout.ts';

/** The part of plugin.json that the tests follow. */
export interface PluginJson {
  id: string;
  type: string;
  info: {
    version: string;
    logos: { small: string; large: string };
    screenshots?: Array<{ name: string; path: string }>;
  };
  includes?: Array<{ type: string; name: string; path: string; addToNav?: boolean; defaultNav?: boolean }>;
  executable?: string;
}

/** The built plugin; these tests judge what was built and build nothing themselves. */
export function requireDist(): string {
  if (!existsSync(join(distFolder, 'module.js'))) {
    throw new Error('dist/ is not built. Remedy: npm run build');
  }
  return distFolder;
}

export function builtPluginJson(folder: PluginFolder): PluginJson {
  // Its shape is checked against plugin-schema.json in plugin-json.test.ts.
  return readJson(join(requireDist(), folder, 'plugin.json')) as PluginJson;
}

/** All files below dist/, as paths with slashes, sorted. */
export function builtFiles(): string[] {
  return readdirSync(requireDist(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(distFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The executable that Grafana starts on linux x64. */
export const productionExecutable = join(distFolder, 'datasource', executableName('linux', 'x64'));

/** Why the production executable is not built here; undefined where it is. */
export const notLinuxX64 =
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `${process.platform} ${process.arch} does not build the executable`;
