import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../pkg/command/index.ts';
import { devFolder, distFolder, executableName, pluginFolders } from './layout.ts';
import { root } from './run.ts';
import { viewFolder } from './view-page.ts';

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
