// `npm run bench -- NAME [ARGUMENTS]`: one of the benchmarks in bench/.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRunNode, root } from '../lib/run.ts';

const folder = join(root, 'bench');
const [name = '', ...args] = process.argv.slice(2);
const candidates = [join(folder, `${name}.ts`), join(folder, name, 'index.ts')];
const file = name === '' ? undefined : candidates.find((candidate) => existsSync(candidate));
if (file === undefined) {
  const names = readdirSync(folder).filter((entry) => !entry.endsWith('.md') && entry !== 'figures.ts');
  console.error(`No benchmark "${name}". There are: ${names.map((entry) => entry.replace(/\.ts$/, '')).join(', ')}.`);
  process.exit(2);
}
mustRunNode(['--disable-warning=ExperimentalWarning', file, ...args]);
