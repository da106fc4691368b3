import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** A program of a package, run by the pinned Node whatever its first line says. */
export function packageProgram(path: string): string {
  return join(root, 'node_modules', path);
}

/**
 * Runs the pinned Node with the given script and arguments in the checkout's folder and shows its output.
 *
 * @returns the exit code; 1 when it was ended by a signal
 */
export function runNode(args: readonly string[], env: Record<string, string> = {}): number {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status ?? 1;
}

/** Like runNode, but ends this process with the same code when it is not 0. */
export function mustRunNode(args: readonly string[], env: Record<string, string> = {}): void {
  const code = runNode(args, env);
  if (code !== 0) {
    process.exit(code);
  }
}
