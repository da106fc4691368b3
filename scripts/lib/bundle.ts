import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, formatMessages, type Metafile } from 'esbuild';
import { root } from './run.ts';

/** The two programs of the back end, each of which becomes one CommonJS file. */
export interface BackEndEntries {
  readonly main: string;
  readonly worker: string;
}

export const backEndEntries: BackEndEntries = {
  main: join(root, 'pkg', 'main.ts'),
  worker: join(root, 'pkg', 'worker', 'worker-main.ts'),
};

/** The names of the bundles; the second is also the name of the asset in the single executable. */
export const mainBundle = 'main.cjs';
export const workerBundle = 'worker.cjs';

/**
 * Bundles the back end into `folder`: main.cjs and worker.cjs.
 *
 * @param sourceMaps writes .map files beside them, for the launcher; the production executable has none
 * @returns what went into the bundles
 * @throws Error with the bundler's errors, and with its warnings, none of which is expected
 */
export async function bundleBackEnd(
  folder: string,
  { sourceMaps, entries = backEndEntries }: { sourceMaps: boolean; entries?: BackEndEntries }
): Promise<Metafile> {
  for (const entry of [entries.main, entries.worker]) {
    if (!existsSync(entry)) {
      throw new Error(`the back end's entry ${entry} is missing`);
    }
  }
  const { metafile, warnings } = await build({
    absWorkingDir: root,
    entryPoints: [
      { in: entries.main, out: 'main' },
      { in: entries.worker, out: 'worker' },
    ],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    // Names stay readable: a stack trace in a log of Grafana is all that a bug report has.
    minify: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    sourcemap: sourceMaps ? 'linked' : false,
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  if (warnings.length > 0) {
    throw new Error((await formatMessages(warnings, { kind: 'warning' })).join('\n'));
  }
  return metafile;
}
