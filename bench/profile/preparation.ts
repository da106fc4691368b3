import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../scripts/lib/layout.ts';
import type { Options } from './options.ts';

/** Everything the benchmark makes lies here, outside of what is tracked. */
const folder = join(cacheFolder, 'bench-profile');
const python = join(folder, 'venv', 'bin', 'python');
const pythonPackages = ['whylogs==1.6.4', 'pandas==1.5.3', 'numpy==1.26.4'];

/** A part that could not be made: why, in one line. */
export class Unavailable extends Error {}

/** A competitor's program, ready to run. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs a program to its end and returns its stdout. @throws Unavailable with the last line it wrote to stderr */
export function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (done.status === 0) return done.stdout;
  const reason = done.error?.message ?? done.stderr.trim().split('\n').at(-1) ?? `ended with ${String(done.status)}`;
  throw new Unavailable(`${command} ${args.slice(0, 3).join(' ')}: ${reason}`);
}

/** Like `run`, behind everything else on the machine: what is prepared is not measured. */
function runNicely(command: string, args: readonly string[]): string {
  return run('nice', ['-n', '19', command, ...args]);
}

/** A Python with whylogs. Its packages come from the package index once. */
function installPython(): void {
  const done = join(folder, 'venv', 'lib');
  if (
    existsSync(done) &&
    readdirSync(done).some((version) => existsSync(join(done, version, 'site-packages', 'whylogs')))
  ) {
    return;
  }
  console.log(`installing ${pythonPackages.join(', ')} …`);
  runNicely('python3', ['-m', 'venv', join(folder, 'venv')]);
  runNicely(python, ['-m', 'pip', 'install', '--quiet', ...pythonPackages]);
}

/** The folder with the files of the distinct days and the wide file; made once for each choice of sizes. */
export function prepareData({ distinct, rows, columns, wide }: Options): string {
  installPython();
  const data = join(folder, `data-${distinct}x${columns}x${rows}-wide-${wide}`);
  const isDone = existsSync(join(data, 'wide.bin'));
  if (!isDone)
    console.log(`making ${distinct} days of ${columns} columns and ${wide} columns of another, ${rows} rows …`);
  const sizes = ['--days', distinct, '--rows', rows, '--columns', columns, '--wide', wide].map(String);
  runNicely(python, [join(import.meta.dirname, 'make_profiles.py'), data, ...sizes]);
  return data;
}

export function preparePython(): Program {
  installPython();
  return { command: python, args: [join(import.meta.dirname, 'read_merge.py')] };
}

/** Compiles read_merge.cpp with the headers in the source archive of a Python package. */
export function prepareCpp(name: string, version: string, flags: readonly string[]): Program {
  installPython();
  const sources = join(folder, 'sources', `${name}-${version}`);
  if (!existsSync(sources)) unpackSources(name, version, sources);
  const program = join(folder, `read-merge-${name}`);
  const headers = ['common', 'kll', 'hll', 'fi'].map((part) => `-I${join(sources, part, 'include')}`);
  // Contracted multiplications and additions would move the edges of bins by a rounding.
  const optimised = ['-O3', '-march=native', '-ffp-contract=off', '-std=c++17', '-w'];
  run('g++', [...optimised, ...headers, ...flags, join(import.meta.dirname, 'read_merge.cpp'), '-o', program]);
  return { command: program, args: [] };
}

function unpackSources(name: string, version: string, sources: string): void {
  const parts = join(folder, 'sources', 'part');
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  console.log(`fetching the sources of ${name} ${version} …`);
  // Only this package as source: from source, the tools that build it would take half an hour.
  const wanted = ['--no-binary', name, '--no-deps', `${name}==${version}`];
  runNicely(python, ['-m', 'pip', 'download', '--quiet', '--dest', parts, ...wanted]);
  const archive = readdirSync(parts).find((file) => file.endsWith('.tar.gz'));
  if (archive === undefined) throw new Unavailable(`there is no source archive of ${name} ${version}`);
  run('tar', ['-xzf', join(parts, archive), '-C', parts]);
  cpSync(join(parts, archive.replace(/\.tar\.gz$/, '')), sources, { recursive: true });
  rmSync(parts, { recursive: true });
}
