import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../pkg/command/index.ts';
import { buildBackEnd } from './back-end.ts';
import { buildFrontEnd } from './front-end.ts';
import { builtInstallation, viewFolder } from './installation.ts';
import { distFolder } from './layout.ts';
import { root } from './run.ts';
import { buildViewPage } from './view-page.ts';

/** Newest modification of the files below some folders, epoch ms. */
function newestBelow(folders: readonly string[]): number {
  let newest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) {
        newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
      }
    }
  }
  return newest;
}

/** True when a built file is missing, or older than what it is built from. */
function isStale(file: string, sources: readonly string[]): boolean {
  return !existsSync(file) || statSync(file).mtimeMs < newestBelow(sources);
}

/** Builds the parts of the product that are missing or older than their sources. */
export async function upToDateInstallation(): Promise<Installation> {
  if (isStale(join(distFolder, 'panel', 'module.js'), ['src', 'pkg/contract'])) {
    await buildFrontEnd();
  }
  if (isStale(builtInstallation().executable, ['pkg'])) {
    await buildBackEnd();
  }
  if (isStale(join(viewFolder, 'main.js'), ['src/view'])) {
    await buildViewPage();
  }
  return builtInstallation();
}
