import { type Level, type LineOptions, logLine } from './line.ts';
import type { Log, LogFields } from './log.ts';
import type { Sink } from './sink.ts';

/** A log that makes lines and gives them to a sink. */
export class LineLog implements Log {
  readonly #sink: Sink;
  readonly #options: LineOptions;
  readonly #fields: LogFields;

  constructor(sink: Sink, options: LineOptions, fields: LogFields = {}) {
    this.#sink = sink;
    this.#options = options;
    this.#fields = fields;
  }

  debug(message: string, fields?: LogFields): void {
    this.#write('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.#write('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.#write('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.#write('error', message, fields);
  }

  with(fields: LogFields): Log {
    return new LineLog(this.#sink, this.#options, { ...this.#fields, ...fields });
  }

  #write(level: Level, message: string, fields: LogFields = {}): void {
    this.#sink.write(logLine(level, message, { ...this.#fields, ...fields }, new Date(), this.#options));
  }
}
