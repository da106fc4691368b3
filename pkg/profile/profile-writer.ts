import { hash } from 'node:crypto';
import { ColumnLog, type LoggedValue } from './column-log.ts';
import type { ColumnProfile } from './column-profile.ts';
import { encodeColumn } from './encode-column.ts';
import { encodeProfile, type ProfileFacts } from './encode-profile.ts';
import { ProfileError, quoted } from './profile-error.ts';
import { defaultWriterSettings, type WriterSettings } from './writer-settings.ts';

/** Facts of a profile to be written; what is left out is absent in the file. */
export interface WriterOptions extends Partial<WriterSettings> {
  /** The time the data belong to, epoch milliseconds: the start of the hour or day. */
  readonly datasetTimestampMs: number;
  /** When the profile was made, epoch milliseconds; default: the time of the data. */
  readonly creationTimestampMs?: number;
  /** The segment that the rows are of, by column. */
  readonly segmentTags?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  /**
   * Columns whose numbers are floats even where all of them are whole: prices, temperatures. Without it such a column is
   * integral in a quiet hour and fractional in the next.
   */
  readonly fractional?: readonly string[];
}

/** One row: values by column. A column that a row does not have is null there. */
export type LoggedRow = Readonly<Record<string, LoggedValue>>;

/**
 * Profiles rows and writes them as a whylogs v1 file, which Python's whylogs reads as its own.
 *
 *     const writer = new ProfileWriter({ datasetTimestampMs: Date.UTC(2026, 0, 1) });
 *     writer.log({ fare: 12.5, passengers: 2, zone: 'JFK', tip: null });
 *     await writeFile('profile.bin', writer.finish());
 *
 * The same rows in the same order give the same bytes. Numbers of a column are integers as long as all of them are
 * whole (`fractional` names those that are not), otherwise floats. What is no number, text or boolean is counted as an object.
 */
export class ProfileWriter {
  private readonly facts: ProfileFacts;
  private readonly settings: WriterSettings;
  private readonly fractional: ReadonlySet<string>;
  private readonly logs = new Map<string, ColumnLog>();
  private rows = 0;

  /** @throws ProfileError `limit` when a time is not a whole number of milliseconds since 1970 */
  constructor(options: WriterOptions) {
    const { datasetTimestampMs, creationTimestampMs = datasetTimestampMs } = options;
    requireTime('datasetTimestampMs', datasetTimestampMs);
    requireTime('creationTimestampMs', creationTimestampMs);
    this.settings = { ...defaultWriterSettings, ...options };
    this.fractional = new Set(options.fractional);
    this.facts = {
      datasetTimestampMs,
      creationTimestampMs,
      segmentTags: new Map(Object.entries(options.segmentTags ?? {})),
      metadata: new Map(Object.entries(options.metadata ?? {})),
    };
  }

  /** @throws ProfileError `limit` when the row brings more columns than allowed; then none of it is counted. */
  log(row: LoggedRow): void {
    const entries = Object.entries(row);
    const added = entries.filter(([name]) => !this.logs.has(name));
    const total = this.logs.size + added.length;
    if (total > this.settings.columns) {
      const what = `${total} columns with ${quoted(added[0]?.[0] ?? '')}, more than columns allows`;
      throw new ProfileError('limit', 'profile writer', what, null);
    }
    for (const [name] of added) {
      this.logs.set(name, new ColumnLog(this.settings, seedOf(name), this.fractional.has(name)));
    }
    for (const [name, value] of entries) this.logs.get(name)?.add(value);
    this.rows++;
  }

  /** The columns as they would be read back. */
  columns(): ReadonlyMap<string, ColumnProfile> {
    return new Map([...this.logs].map(([name, log]) => [name, log.profile(this.rows)]));
  }

  /** The file so far; logging can go on. */
  finish(): Uint8Array {
    return writeProfile(this.facts, this.columns());
  }
}

/** Writes columns, read, merged or logged, as a whylogs v1 file. */
export function writeProfile(facts: ProfileFacts, columns: ReadonlyMap<string, ColumnProfile>): Uint8Array {
  return encodeProfile(facts, new Map([...columns].map(([name, column]) => [name, encodeColumn(column)])));
}

/** The format has unsigned whole milliseconds: another number would make a file that nobody can read. */
function requireTime(name: string, timeMs: number): void {
  if (!Number.isSafeInteger(timeMs) || timeMs < 0) {
    throw new ProfileError('limit', 'profile writer', `${name} is ${timeMs}, not whole milliseconds since 1970`, null);
  }
}

/** Decides the coins of a column's KLL sketch. */
function seedOf(name: string): number {
  return Number.parseInt(hash('sha256', name, 'hex').slice(0, 8), 16);
}
