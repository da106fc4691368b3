import {
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { bundleBackEnd, type BackEndEntries } from './bundle.ts';
import { makeExecutable } from './executable.ts';
import { cacheFolder, distFolder, executableName, pinnedNodePackage } from './layout.ts';
import { makeLauncher } from './launcher.ts';
import { licenceTexts } from './licences.ts';
import { root } from './run.ts';
import { compareVersions, findRuntimeLibraries, glibcNeeded, maxGlibc } from './runtime-libraries.ts';

/**
 * Puts the production executable and what it needs beside it into dist/datasource. On other machines than linux x64
 * it makes the launcher instead, and says so.
 *
 * @returns the path of either
 */
export async function buildBackEnd(entries?: BackEndEntries): Promise<string> {
  const nodePackage = pinnedNodePackage();
  if (process.platform !== 'linux' || process.arch !== 'x64' || nodePackage === undefined) {
    const launcher = await makeLauncher(entries);
    console.log(`back end: only ${relative(root, launcher)}; the production executable is built on linux x64`);
    return launcher;
  }
  const target = join(distFolder, 'datasource');
  mkdirSync(target, { recursive: true });
  const work = join(cacheFolder, 'executable');
  mkdirSync(work, { recursive: true });
  const metafile = await bundleBackEnd(work, { sourceMaps: false, ...(entries && { entries }) });
  const executable = makeExecutable({ folder: work, node: join(nodePackage, 'bin', 'node') });
  const placed = join(target, executableName('linux', 'x64'));
  place(executable, placed, 0o755);
  for (const { name, path } of findRuntimeLibraries()) {
    warnOfNewGlibc(name, path);
    place(path, join(target, name), 0o644);
  }
  writeFileSync(join(target, 'LICENSES.txt'), licenceTexts(metafile, join(nodePackage, 'LICENSE')));
  console.log(`back end: ${relative(root, placed)}`);
  return placed;
}

function warnOfNewGlibc(name: string, path: string): void {
  const needed = glibcNeeded(readFileSync(path));
  if (needed !== null && compareVersions(needed, maxGlibc) > 0) {
    console.log(
      `back end: ${name} of this machine needs glibc ${needed}, so the executable does not start where glibc is ` +
        `older than that. Remedy for a release: build where glibc is ${maxGlibc}, such as on Debian 12`
    );
  }
}

/** Copies a file by way of another name, because a running executable cannot be written to. */
function place(from: string, to: string, mode: number): void {
  const unfinished = `${to}.${process.pid}`;
  try {
    copyFileSync(from, unfinished, constants.COPYFILE_FICLONE);
    chmodSync(unfinished, mode);
    renameSync(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
