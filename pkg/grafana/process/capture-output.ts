import { format } from 'node:util';

import type { Log } from '../log/log.ts';

/** What can be written to a stream: text or bytes, then perhaps an encoding and a callback. */
type Write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => boolean;

const consoleLevels = {
  trace: 'debug',
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
} as const;

/**
 * Sends to the log what anything in this process would write by itself: the console, both streams, Node's warnings, and
 * what worker threads write. The host reads standard output for one line only, and a raw line on standard error is lost
 * at best (real-grafana P1).
 */
export function captureOutput(log: Log): void {
  const stray = log.with({ component: 'output' });
  for (const [method, level] of Object.entries(consoleLevels)) {
    // Not the same function for each: the level is this one's.
    Object.assign(console, { [method]: (...args: unknown[]) => stray[level](format(...args)) });
  }
  for (const [name, stream] of [
    ['stdout', process.stdout],
    ['stderr', process.stderr],
  ] as const) {
    const write: Write = (chunk, ...rest) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      if (text.trim() !== '') {
        stray.warn(text.trimEnd(), { stream: name });
      }
      const callback = rest.at(-1);
      if (typeof callback === 'function') {
        process.nextTick(callback);
      }
      return true;
    };
    Object.assign(stream, { write });
  }
  process.removeAllListeners('warning');
  process.on('warning', (warning) => stray.warn(warning.message, { warning: warning.name }));
}
