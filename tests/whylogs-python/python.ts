import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const side = join(__dirname, 'whylogs_side.py');
const version = '1.6.4';

/** A Python that has whylogs, or why there is none. */
export type Python = { readonly path: string } | { readonly reason: string };

/** `DRIFTGLASS_PYTHON` or `python3`, if it has the whylogs release that this product is held to. */
export function findPython(): Python {
  const path = process.env['DRIFTGLASS_PYTHON'] ?? 'python3';
  const question = 'import importlib.metadata; print(importlib.metadata.version("whylogs"))';
  const { status, stdout, error } = spawnSync(path, ['-c', question], { encoding: 'utf8' });
  if (error !== undefined) return { reason: `${path} cannot be started` };
  if (status !== 0)
    return { reason: `${path} has no whylogs (pip install whylogs==${version} pandas==1.5.3 numpy==1.26.4)` };
  const found = stdout.trim();
  return found === version ? { path } : { reason: `${path} has whylogs ${found}, not ${version}` };
}

/** Runs a command of the Python side and returns what it printed. */
export function runSide(python: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, [side, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`whylogs_side.py ${args.join(' ')}: ${stderr}`);
  return stdout;
}
