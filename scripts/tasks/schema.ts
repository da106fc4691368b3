// Makes what is made from the schema of the monitor document: `node scripts/run.mjs schema`. What it writes is
// committed; with --check it writes nothing and fails when something is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monitorDocumentSchema } from '../../pkg/monitor/index.ts';
import { schemaFiles } from '../lib/monitor-schema.ts';
import { root } from '../lib/run.ts';

const isCheck = process.argv.includes('--check');
for (const [path, content] of await schemaFiles(monitorDocumentSchema)) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) {
    continue;
  }
  if (isCheck) {
    console.error(`driftglass: ${path} is out of date. Remedy: node scripts/run.mjs schema`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${path}`);
  }
}
