import type { Output } from './show.ts';

/** A reader that closes its end early, such as `head`, has seen enough: that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
}

/** The process' own output, where a command writes. */
export function terminal(): Output {
  process.stdout.on('error', endQuietly);
  return {
    line: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
  };
}
