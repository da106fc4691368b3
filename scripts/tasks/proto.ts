// Generates the code of the protocol's messages: `npm run proto`. What it writes is committed, so that only a change of
// a .proto file needs protoc.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { packageProgram, root } from '../lib/run.ts';

const source = join(root, 'pkg', 'grafana', 'proto');
const target = join(root, 'pkg', 'grafana', 'gen');

if (spawnSync('protoc', ['--version']).status !== 0) {
  console.error(
    'driftglass: protoc is needed to generate code from .proto files, and there is none. ' +
      'Remedy: install it (Debian: protobuf-compiler; macOS: brew install protobuf) and run npm run proto again.'
  );
  process.exit(1);
}
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
const done = spawnSync(
  'protoc',
  [
    `--proto_path=${source}`,
    `--plugin=protoc-gen-es=${packageProgram('.bin/protoc-gen-es')}`,
    `--es_out=${target}`,
    '--es_opt=target=js+dts,import_extension=js',
    ...readdirSync(source).filter((name) => name.endsWith('.proto')),
  ],
  { cwd: root, stdio: 'inherit' }
);
process.exit(done.status ?? 1);
