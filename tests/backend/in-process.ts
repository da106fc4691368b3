import { createHash } from 'node:crypto';
import { parseQuery } from '../../pkg/contract/index.ts';
import type { DecodedFrame } from '../../pkg/grafana/index.ts';
import { decodeFrame } from '../../pkg/grafana/index.ts';
import { bytesSource } from '../../pkg/profile/index.ts';
import { queryCaches, runQuery, Session } from '../../pkg/query/index.ts';
import type { ProfileStore } from '../../pkg/store/index.ts';
import { seriesOf } from './back-end.ts';

/** Profiles by their keys, in the order in which the store lists them. */
export type Files = ReadonlyMap<string, Uint8Array>;

function storeOf(files: Files): ProfileStore {
  const objects = [...files].map(([key, bytes]) => ({
    key,
    sizeBytes: bytes.length,
    version: createHash('sha256').update(bytes).digest('hex'),
    modifiedMs: 0,
  }));
  return {
    list: async () => objects.filter(({ key }) => !key.endsWith('.json')),
    open: ({ key }) => bytesSource(key, files.get(key) ?? new Uint8Array()),
    async readText(key) {
      const bytes = files.get(key);
      return bytes === undefined ? null : { text: new TextDecoder().decode(bytes), version: key };
    },
  };
}

/** Bytes for caches: as good as none, or more than any store here needs. */
export const cacheSizes = [1, 100_000_000] as const;

/** The query engine in this thread, over a store in memory. */
export class Engine {
  readonly #session: Session;

  constructor(files: Files, cacheBytes: (typeof cacheSizes)[number] = 100_000_000) {
    const operator = { roots: [], threads: 1, memoryMiB: 256, queryTimeoutSeconds: 60, maxSeries: 10_000 };
    this.#session = new Session(storeOf(files), 'test', operator, queryCaches(cacheBytes));
  }

  /** What a query of any kind is answered, frames without data left out. */
  async frames(model: object, fromMs: number, toMs: number): Promise<readonly DecodedFrame[]> {
    const request = { maxDataPoints: 100_000, isAlert: false, nowMs: Date.UTC(2030, 0, 1) };
    const frames = await runQuery(this.#session, { query: parseQuery(model), fromMs, toMs, ...request });
    return frames.filter(({ type }) => type !== 'no-data').map(({ bytes }) => decodeFrame(bytes));
  }

  /** The values of a metric by column, segment and day; those that are null are left out. */
  async values(model: object, fromMs: number, toMs: number): Promise<ReadonlyMap<string, number>> {
    const series = seriesOf(await this.frames({ kind: 'metric', ...model }, fromMs, toMs));
    return new Map(
      [...series].flatMap(([name, points]) =>
        [...points].flatMap(([day, value]) => (value === null ? [] : [[`${name} ${day}`, value] as const]))
      )
    );
  }
}
