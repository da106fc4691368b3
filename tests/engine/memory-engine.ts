import { createHash } from 'node:crypto';
import { parseQuery } from '../../pkg/contract/index.ts';
import type { Cell, DecodedFrame } from '../../pkg/grafana/index.ts';
import { decodeFrame } from '../../pkg/grafana/index.ts';
import { bytesSource } from '../../pkg/profile/index.ts';
import { queryCaches, runQuery, Session } from '../../pkg/query/index.ts';
import type { ProfileStore } from '../../pkg/store/index.ts';

/** Profiles by their keys, in the order in which the store lists them. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const dayMs = 86_400_000;

function storeOf(files: Files): ProfileStore {
  const objects = [...files].map(([key, bytes]) => ({
    key,
    sizeBytes: bytes.length,
    version: createHash('sha256').update(bytes).digest('hex'),
    modifiedMs: 0,
  }));
  return {
    list: async () => objects,
    open: ({ key }) => bytesSource(key, files.get(key) ?? new Uint8Array()),
    readText: async () => null,
  };
}

/** When a question is asked, and whether a rule asks. */
export interface Moment {
  readonly isAlert?: boolean;
  readonly nowMs?: number;
}

/** The query engine in this thread over a store in memory; its caches live as long as it. */
export class MemoryEngine {
  readonly #session: Session;

  constructor(files: Files, cacheBytes = 50_000_000) {
    const operator = { roots: [], threads: 1, memoryMiB: 256, queryTimeoutSeconds: 60, maxSeries: 10_000 };
    this.#session = new Session(storeOf(files), 'test', operator, queryCaches(cacheBytes));
  }

  /** Frames of an answer, those without data left out. */
  async frames(model: object, fromMs: number, toMs: number, moment: Moment = {}): Promise<readonly DecodedFrame[]> {
    const { isAlert = false, nowMs = Date.UTC(2030, 0, 1) } = moment;
    const request = { maxDataPoints: 100_000, isAlert, nowMs };
    const frames = await runQuery(this.#session, { query: parseQuery(model), fromMs, toMs, ...request });
    return frames.filter(({ type }) => type !== 'no-data').map(({ bytes }) => decodeFrame(bytes));
  }

  /** Every number of a series that is not null, by its labels and its time; and every cell of a table, by its row. */
  async cells(model: object, fromMs: number, toMs: number, moment?: Moment): Promise<ReadonlyMap<string, unknown>> {
    const frames = await this.frames(model, fromMs, toMs, moment);
    return new Map(frames.flatMap(cellsOf).filter(([, value]) => value !== null));
  }
}

function cellsOf({ fields }: DecodedFrame): readonly (readonly [string, unknown])[] {
  const [first, second, ...others] = fields;
  if (first === undefined) {
    return [];
  }
  if (second === undefined) {
    return [[JSON.stringify(first.labels), first.values[0]]];
  }
  if (others.length === 0) {
    const series = JSON.stringify(second.labels);
    return first.values.map((time, i) => [`${series} ${dayOfCell(time)}`, second.values[i] ?? null]);
  }
  return first.values.map((time, i) => [
    `${dayOfCell(time)} ${textOfCell(fields.at(-1)?.values[i])}`,
    JSON.stringify(fields.map(({ values }) => textOfCell(values[i]))),
  ]);
}

function textOfCell(cell: Cell | undefined): string {
  return typeof cell === 'bigint' ? cell.toString() : JSON.stringify(cell);
}

/** A time of a frame, which is nanoseconds. */
function dayOfCell(cell: Cell): string {
  return dayOf(Number(cell) / 1e6);
}

/** A time as the day that its batch begins, as the ends of keys say it. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** The cells of one day. */
export function ofDay(cells: ReadonlyMap<string, unknown>, day: string): ReadonlyMap<string, unknown> {
  return new Map([...cells].filter(([key]) => key.endsWith(` ${day}`) || key.startsWith(`${day} `)));
}
