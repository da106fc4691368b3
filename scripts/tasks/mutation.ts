// `npm run mutation [-- PATTERN…]`: changes the analyzers and the engine in small ways and counts which changes the
// tests notice. Takes long, so it is no part of the test command; what was found is in docs/mutation.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram, root, runNode } from '../lib/run.ts';

const report = join(root, 'node_modules', '.cache', 'driftglass', 'mutation', 'report.json');
/** Share of mutants that the tests must notice. */
const wanted = 85;

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly location: { readonly start: { readonly line: number } };
}

/** The part of Stryker's report that is read here. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

const noticed = new Set(['Killed', 'Timeout']);
const counted = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

function score(mutants: readonly Mutant[]): { readonly noticed: number; readonly all: number } {
  const all = mutants.filter(({ status }) => counted.has(status));
  return { noticed: all.filter(({ status }) => noticed.has(status)).length, all: all.length };
}

function percent({ noticed: found, all }: { readonly noticed: number; readonly all: number }): string {
  return all === 0 ? '–' : `${((100 * found) / all).toFixed(1)} %`;
}

/** The folder of a file, two rooms deep: `pkg/monitor/timing`. */
function folderOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 3).join('/');
}

function describe({ files }: Report): readonly string[] {
  const folders = Map.groupBy(Object.entries(files), ([file]) => folderOf(file));
  const rows = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, entries]) => {
      const mutants = entries.flatMap(([, file]) => file.mutants);
      const found = score(mutants);
      const ignored = mutants.filter(({ status }) => status === 'Ignored').length;
      return `| \`${folder}\` | ${entries.length} | ${found.all} | ${found.noticed} | ${percent(found)} | ${ignored} |`;
    });
  const whole = score(Object.values(files).flatMap(({ mutants }) => mutants));
  return [
    '| folder | files | mutants | noticed | share | suppressed |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    `| **all** | ${Object.keys(files).length} | ${whole.all} | ${whole.noticed} | **${percent(whole)}** | |`,
  ];
}

const patterns = process.argv.slice(2);
const code = runNode([
  packageProgram('@stryker-mutator/core/bin/stryker.js'),
  'run',
  join(root, 'tests', 'mutation', 'stryker.config.mjs'),
  ...(patterns.length === 0 ? [] : ['--mutate', patterns.join(',')]),
]);
if (existsSync(report)) {
  // Written by the Stryker that this repository pins.
  const found = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const lines = describe(found);
  console.log(`\n${lines.join('\n')}`);
  const whole = score(Object.values(found.files).flatMap(({ mutants }) => mutants));
  console.log(`\n${percent(whole)} of the mutants are noticed; ${wanted} % are wanted.`);
  process.exitCode = whole.noticed * 100 < wanted * whole.all ? 1 : code;
} else {
  process.exitCode = code === 0 ? 1 : code;
}
