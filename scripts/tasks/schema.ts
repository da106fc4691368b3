// Makes what is made from the schema of the monitor document and the table of its keys: `node scripts/run.mjs schema`.
// What it writes is committed; with --check it writes nothing and fails when something is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factTables, monitorDocumentSchema } from '../../pkg/monitor/index.ts';
import { withGenerated } from '../lib/compatibility-page.ts';
import { schemaFiles } from '../lib/monitor-schema.ts';
import { root } from '../lib/run.ts';

const isCheck = process.argv.includes('--check');
const page = 'docs/compatibility.md';
const pageFile = join(root, page);
const files = new Map([
  ...(await schemaFiles(monitorDocumentSchema)),
  [page, await withGenerated(readFileSync(pageFile, 'utf8'), pageFile, factTables())] as const,
]);
for (const [path, content] of files) {
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
