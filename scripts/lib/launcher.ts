import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleBackEnd, mainBundle, type BackEndEntries } from './bundle.ts';
import { devFolder, executableName, pinnedNodePackage } from './layout.ts';
import { backEndNodeFlags } from './node-flags.ts';
import { readPluginJson } from './plugin-json.ts';

/**
 * A shell script that becomes Node running the bundle beside it. It needs no PATH and never forks: Grafana's signals
 * and its wait for the end must meet Node itself.
 *
 * @param node path of the Node binary; relative ones start at the script's own folder
 */
export function launcherScript(node: string): string {
  const program = node.startsWith('/') ? quoted(node) : `"\${0%/*}"/${quoted(node)}`;
  const flags = [...backEndNodeFlags, '--enable-source-maps'].join(' ');
  return `#!/bin/sh\nexec ${program} ${flags} "\${0%/*}/${mainBundle}"\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Makes the data source for development in dist-dev/datasource: plugin.json, the bundles and the launcher under the
 * executable's name.
 *
 * @returns the path of the launcher
 */
export async function makeLauncher(entries?: BackEndEntries): Promise<string> {
  const folder = join(devFolder, 'datasource');
  mkdirSync(folder, { recursive: true });
  await bundleBackEnd(folder, { sourceMaps: true, ...(entries && { entries }) });
  writeFileSync(join(folder, 'plugin.json'), readPluginJson('datasource'));
  const nodePackage = pinnedNodePackage();
  // The path inside the checkout is relative, so that the checkout can be moved or mounted elsewhere.
  const node = nodePackage === undefined ? process.execPath : join(relative(folder, nodePackage), 'bin', 'node');
  const launcher = join(folder, executableName());
  writeFileSync(launcher, launcherScript(node));
  chmodSync(launcher, 0o755);
  return launcher;
}
