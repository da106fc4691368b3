import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/** The plugin as Grafana loads it. Everything in it is served to anyone who can reach Grafana. */
export const distFolder = join(root, 'dist');

/** The data source for development: the launcher in place of the executable. */
export const devFolder = join(root, 'dist-dev');

/** What builds keep between runs; it may be deleted at any time. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'driftglass');

/** The folders of the app and of the two plugins nested in it, below src/ and dist/. */
export const pluginFolders = ['', 'datasource', 'panel'] as const;
export type PluginFolder = (typeof pluginFolders)[number];

/** `executable` of the data source's plugin.json; Grafana appends the system and the processor. */
export const executableStem = 'gpx_driftglass';

/** Grafana's name of the executable for a machine: Go's names of systems and processors, not Node's. */
export function executableName(platform: NodeJS.Platform = process.platform, arch: string = process.arch): string {
  const system = platform === 'win32' ? 'windows' : platform;
  const processor = { x64: 'amd64', ia32: '386' }[arch] ?? arch;
  return `${executableStem}_${system}_${processor}${platform === 'win32' ? '.exe' : ''}`;
}

/** What stands beside the data source's plugin.json without being made from src/. */
export function isBackEndFile(name: string): boolean {
  return name.startsWith(executableStem) || /^lib(stdc\+\+|gcc_s)\.so/.test(name) || name === 'LICENSES.txt';
}

/** The folder of the pinned Node's package, or undefined where npm has none for this machine. */
export function pinnedNodePackage(): string | undefined {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`);
  return existsSync(folder) ? folder : undefined;
}

/** A JSON file whose shape is ours to know. */
export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The version of the product. */
export function productVersion(): string {
  const manifest = readJson(join(root, 'package.json'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error('package.json has no version');
}

/** The archive of the plugin, as Grafana's tools name it. */
export function packageFile(appId: string): string {
  return join(root, 'dist-package', `${appId}-${productVersion()}.zip`);
}
