// What reading, merging and summarising profiles costs: `npm run bench -- profile [OPTIONS]`. Ours beside Python's whylogs
// and the C++ sketch libraries, in one run, on the same files, with the same results (README.md).
import { statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { checksum, differences } from './compare.ts';
import { readOneColumn } from './jobs.ts';
import { parseOptions } from './options.ts';
import { type Outcome, parseOutcome } from './outcome.ts';
import { prepareCpp, prepareData, preparePython, type Program, run, Unavailable } from './preparation.ts';
import { checksText, table, timesTable } from './report.ts';
import { runThreads } from './threads.ts';
import { unionRanks } from './union-ranks.ts';

const options = parseOptions(process.argv.slice(2));
const { days, rows, columns, distinct, wide, repeats } = options;
const oursName = 'Driftglass';
const driftColumn = 'c000';
const wideColumn = `c${String(Math.floor(wide / 2)).padStart(3, '0')}`;

const oursProgram: Program = {
  command: process.execPath,
  args: ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'ours.ts')],
};
const competitors: readonly { readonly name: string; readonly prepare: () => Program; readonly repeats: number }[] = [
  { name: oursName, prepare: () => oursProgram, repeats },
  { name: 'C++ whylogs-sketching', prepare: () => prepareCpp('whylogs-sketching', '3.4.1.dev3', []), repeats },
  { name: 'C++ datasketches', prepare: () => prepareCpp('datasketches', '4.1.0', ['-DAPACHE']), repeats },
  ...(options.withoutPython ? [] : [{ name: 'Python whylogs', prepare: preparePython, repeats: 1 }]),
];

const data = prepareData(options);
console.log(
  `${days} objects of ${columns} columns, ${rows} rows each: ${distinct} distinct files in turn, each object with bytes of its own.`
);
console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1) ?? '?'}. ` +
    'CPU time of the whole process, threads of garbage collector and compiler included; medians.'
);

const outcomes = new Map<string, Outcome>();
for (const { name, prepare, repeats: times } of competitors) {
  try {
    const { command, args } = prepare();
    const answer = run(command, [...args, data, String(days), String(times), driftColumn, wideColumn]);
    outcomes.set(name, parseOutcome(answer));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`LEFT OUT: ${name}: ${error.message}`);
    if (name === oursName) process.exit(1);
  }
}
const ours = outcomes.get(oursName);
if (ours === undefined) throw new Error('ours ran and is not there');

console.log(`\n${timesTable(outcomes, ours)}\n`);
const { bytesRead } = await readOneColumn(join(data, 'wide.bin'), wideColumn);
console.log(
  `One column of ${wide}: ${bytesRead} of ${statSync(join(data, 'wide.bin')).size} bytes are read; C++ as much, Python all.`
);

const rankOf = await unionRanks(data, days, distinct);
for (const [name, outcome] of outcomes) {
  if (outcome === ours) {
    console.log(`checksum ${checksum(outcome)} ${name}`);
    continue;
  }
  const { text, isPassed } = checksText(differences(ours, outcome, rankOf));
  console.log(`checksum ${checksum(outcome)} ${name}: ${text}`);
  if (!isPassed || checksum(outcome) !== checksum(ours)) process.exitCode = 1;
}

const one = await runThreads(data, days, 1, repeats);
const two = await runThreads(data, days, 2, repeats);
const text = (seconds: number): string => `${seconds.toFixed(2)} s`;
console.log(
  `\n${table([
    ['from bytes to the summary', 'one thread', 'two threads', 'ratio'],
    ['wall time', text(one.wall), text(two.wall), (one.wall / two.wall).toFixed(2)],
    ['CPU time', text(one.cpu), text(two.cpu), (one.cpu / two.cpu).toFixed(2)],
  ])}`
);
