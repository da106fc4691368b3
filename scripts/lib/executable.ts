import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainBundle, workerBundle } from './bundle.ts';
import { withRpath, withoutUnloadedSections } from './elf.ts';
import { backEndNodeFlags } from './node-flags.ts';
import { packageProgram, root } from './run.ts';

/** The mark in Node's binary that says whether a program was put into it. */
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Another recipe makes another executable of the same bundles. */
const recipe = ['executable.ts', 'elf.ts', 'elf-headers.ts'].map((file) => join(root, 'scripts', 'lib', file));

/**
 * Makes the single executable for linux x64 of the bundles in `folder` (main.cjs, worker.cjs), or finds the one made
 * of the same inputs before.
 *
 * The order matters (docs/packaging.md): shorten Node, put the program in, set the library path.
 *
 * @param node the Node binary to build on, which must also be the one that runs this (its code cache is used)
 * @returns the path of the executable
 * @throws Error with the output of the step that failed
 */
export function makeExecutable({ folder, node }: { folder: string; node: string }): string {
  const config = {
    main: mainBundle,
    output: 'program.blob',
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: true,
    execArgv: backEndNodeFlags,
    // NODE_OPTIONS adds to the flags above, where an operator lets it through.
    execArgvExtension: 'env',
    assets: { [workerBundle]: workerBundle },
  };
  const key = digest([
    ...recipe.map((file) => readFileSync(file)),
    process.version,
    JSON.stringify(config),
    readFileSync(join(folder, mainBundle)),
    readFileSync(join(folder, workerBundle)),
  ]);
  const executable = join(folder, 'program');
  const stamp = join(folder, 'program.key');
  if (existsSync(executable) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) {
    return executable;
  }
  rmSync(stamp, { force: true });
  writeFileSync(join(folder, 'program.json'), JSON.stringify(config));
  // Paths in the configuration are relative, so that the executable does not carry this machine's.
  execFileSync(node, ['--experimental-sea-config', 'program.json'], { cwd: folder, stdio: 'pipe' });

  const unfinished = `${executable}.${process.pid}`;
  try {
    writeFileSync(unfinished, withoutUnloadedSections(readFileSync(node)));
    const injection = ['NODE_SEA_BLOB', join(folder, config.output), '--sentinel-fuse', sentinelFuse];
    execFileSync(node, [packageProgram('postject/dist/cli.js'), unfinished, ...injection], { stdio: 'pipe' });
    writeFileSync(unfinished, withRpath(readFileSync(unfinished), '$ORIGIN'));
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, executable);
  } finally {
    rmSync(unfinished, { force: true });
  }
  writeFileSync(stamp, key);
  return executable;
}

function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(String(part.length)).update('\0').update(part);
  }
  return hash.digest('hex');
}
