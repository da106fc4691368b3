import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseQuery } from '../../contract/index.ts';
import { emptyColumnProfile, ProfileWriter, writeProfile } from '../../profile/index.ts';
import type { OperatorOptions, QueryPlan, QueryRequest } from '../../query/index.ts';
import type { Source } from '../messages.ts';

/** A store in a folder of its own; `remove` it when the test is over. */
export class TempStore {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'driftglass-')));
  readonly source: Source = { key: this.path, settings: { store: { type: 'file', path: this.path } } };
  readonly operator: OperatorOptions = {
    roots: [this.path],
    threads: 2,
    memoryMiB: 64,
    queryTimeoutSeconds: 60,
    maxSeries: 100_000,
  };

  put(key: string, bytes: Uint8Array): this {
    const path = join(this.path, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Days of March 2013 with two columns of numbers and one of texts. */
export function smallStore(days = 5): TempStore {
  const store = new TempStore();
  for (let day = 1; day <= days; day += 1) {
    const date = `2013-03-${`${day}`.padStart(2, '0')}`;
    const writer = new ProfileWriter({ datasetTimestampMs: Date.parse(date) });
    for (let row = 0; row < 20 * day; row += 1) {
      writer.log({ a: row * day, b: Math.sin(row), c: `text ${row % day}` });
    }
    store.put(`d/${date}.bin`, writer.finish());
  }
  return store;
}

/** Adds a dataset of many columns, each of which is in a file of each day: a query over it is much work. */
export function withManyColumns(store: TempStore, columns: number, days: number): TempStore {
  const counts = { n: 1, null: 0, nan: null, inf: null, true: null };
  const names = Array.from({ length: columns }, (_, i) => `column ${i}`);
  const bytes = writeProfile(
    { datasetTimestampMs: null, creationTimestampMs: null, segmentTags: new Map(), metadata: new Map() },
    new Map(names.map((name) => [name, { ...emptyColumnProfile, counts }]))
  );
  for (let day = 0; day < days; day += 1) {
    // Without a timestamp the path tells the day.
    store.put(`many/${new Date(Date.UTC(2013, 2, 1 + day)).toISOString().slice(0, 10)}.bin`, bytes);
  }
  return store;
}

/** A query over March 2013, asked in April. */
export function requestOf(model: object): QueryRequest {
  return {
    query: parseQuery({ kind: 'metric', datasetId: 'd', metric: 'count', ...model }),
    fromMs: Date.parse('2013-03-01'),
    toMs: Date.parse('2013-04-01'),
    maxDataPoints: 1000,
    isAlert: false,
    nowMs: Date.parse('2013-04-01'),
  };
}

/** A plan that names columns and reads nothing. */
export function planOf(columns: readonly string[]): QueryPlan {
  return {
    request: requestOf({}),
    size: 'daily',
    axis: [],
    members: [],
    segments: [],
    columns,
    evaluationMs: 0,
    listedMs: 0,
    rejected: 0,
    notices: [],
    monitoring: null,
  };
}
