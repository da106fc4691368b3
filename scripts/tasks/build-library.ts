// The profile writer and reader as a library for Node services: dist-library/ with a module and its types.
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { productVersion } from '../lib/layout.ts';
import { mustRunNode, packageProgram, root } from '../lib/run.ts';

const folder = join(root, 'dist-library');
const entry = join(root, 'pkg', 'profile', 'index.ts');
rmSync(folder, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: join(folder, 'index.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'eof',
  logLevel: 'warning',
});
mustRunNode([
  packageProgram('typescript/bin/tsc'),
  ...[
    '--declaration',
    '--emitDeclarationOnly',
    '--rewriteRelativeImportExtensions',
    '--allowImportingTsExtensions',
    'false',
  ],
  ...['--target', 'ES2024', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--strict', '--skipLibCheck'],
  ...['--exactOptionalPropertyTypes', '--types', 'node', '--ignoreConfig'],
  ...['--rootDir', join(root, 'pkg'), '--outDir', join(folder, 'types'), entry],
]);
const manifest = {
  name: 'driftglass-profile',
  version: productVersion(),
  license: 'Apache-2.0',
  type: 'module',
  engines: { node: '>=20' },
  exports: { '.': { types: './types/profile/index.d.ts', default: './index.mjs' } },
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`library: ${relative(root, folder)}; install it with "npm install ${folder}"`);
