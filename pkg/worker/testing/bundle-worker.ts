import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles what runs in a thread into a folder, as the build of the product does. @returns the file */
export function bundleWorker(folder: string): string {
  const outfile = join(folder, 'worker.cjs');
  buildSync({
    entryPoints: [join(__dirname, '..', 'worker-main.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
  });
  return outfile;
}
