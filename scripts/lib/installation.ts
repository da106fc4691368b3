import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../pkg/command/index.ts';
import { devFolder, distFolder, executableName, pluginFolders } from './layout.ts';
import { root } from './run.ts';

/** The page of `driftglass view` with its icons and fonts: all that the server needs beside the plugins. */
export const viewFolder = join(root, 'dist-view');

/** The product as it was built in this checkout: the production executable, else the launcher. */
export function builtInstallation(): Installation {
  const production = join(distFolder, 'datasource', executableName());
  return {
    executable: existsSync(production) ? production : join(devFolder, 'datasource', executableName()),
    pluginFolders: pluginFolders.map((folder) => join(distFolder, folder)),
    pageFolder: viewFolder,
    dashboardFolder: join(root, 'provisioning', 'dashboards'),
  };
}
