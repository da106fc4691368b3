import type { LogFields } from './log.ts';
import { cut, plainValue } from './plain-value.ts';
import { isSecretKey, type Secrets } from './secrets.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

export interface LineOptions {
  readonly secrets: Secrets;
  /** Longest line in bytes, with its newline. */
  readonly maxBytes: number;
}

/** Grafana's own keys: written by us they would replace or double them (real-grafana P2). */
const hostKeys: ReadonlySet<string> = new Set(['logger', 'level', 'msg', 't']);

/** What is written when a line cannot be made; a log must not be the reason why a call fails. */
const lastResort = '{"@level":"error","@message":"a log line could not be made"}\n';

const maxDepth = 4;
const maxFields = 50;
const maxValues = 200;

/**
 * One line for the host's log reader (protocol section 1.6): a JSON object whose `@level`, `@message` and `@timestamp`
 * are texts. A number there would end the whole Grafana server (real-grafana P1), so this is the only place that makes
 * lines. Never throws.
 */
export function logLine(level: Level, message: unknown, fields: LogFields, at: Date, options: LineOptions): string {
  try {
    for (let maxChars = 16_384; maxChars >= 16; maxChars = maxChars >> 2) {
      const line = `${JSON.stringify(record(level, message, fields, at, maxChars, options.secrets))}\n`;
      if (Buffer.byteLength(line) <= options.maxBytes) {
        return line;
      }
    }
    const short = record(level, message, { truncated: true }, at, 1024, options.secrets);
    return `${JSON.stringify(short)}\n`;
  } catch {
    return lastResort;
  }
}

function record(
  level: Level,
  message: unknown,
  fields: LogFields,
  at: Date,
  maxChars: number,
  secrets: Secrets
): Record<string, unknown> {
  const clean = (text: string) => secrets.redact(text);
  const limits = { maxChars, maxDepth, maxValues };
  const written: Record<string, unknown> = {
    '@level': level,
    '@message': cut(clean(String(message)), maxChars),
    '@timestamp': timestamp(at),
  };
  for (const [key, value] of Object.entries(fields).slice(0, maxFields)) {
    if (value !== undefined) {
      written[fieldName(clean(key))] = isSecretKey(key) ? '[redacted]' : plainValue(value, limits, clean);
    }
  }
  return written;
}

/** Six digits after the point, else the host takes the line for raw text. */
function timestamp(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}

function fieldName(key: string): string {
  return hostKeys.has(key) || key.startsWith('@') ? `field_${key.replace('@', '')}` : key;
}
