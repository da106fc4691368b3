/** Values of a log line. Errors are written with their stack and causes. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Writes lines for Grafana's log. Never throws, never blocks. Values under keys that name secrets, and the secrets of
 * live instances wherever they occur, are replaced.
 */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** The same log with fields on every line. */
  with(fields: LogFields): Log;
}
