import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallOptions,
  Cell,
  ClientQuery,
  DecodedFrame,
  PluginClient,
  QueryAnswer,
} from '../../pkg/grafana/index.ts';
import { startPlugin } from '../../pkg/grafana/index.ts';
import { devFolder, distFolder, executableName } from '../../scripts/lib/layout.ts';

/** The executables of the plugin that this machine can run: the production one where it was built, and the launcher. */
export function executables(): readonly string[] {
  const all = [distFolder, devFolder].map((folder) => join(folder, 'datasource', executableName()));
  const built = all.filter((file) => existsSync(file));
  if (built.length === 0) {
    throw new Error(
      'the back end is not built. Remedy: run "npm test", or "npm run build" and "npm run launcher" first'
    );
  }
  return built;
}

/** A query whose range, where it is left out, is 2013. */
export type PartialQuery = Pick<ClientQuery, 'refId' | 'model'> & Partial<ClientQuery>;

/** A started back end with one data source over a folder. */
export interface BackEnd {
  readonly client: PluginClient;
  readonly settings: { readonly uid: string; readonly jsonData: object };
  /** Asks one query, of 2013 unless it says otherwise. */
  ask(model: object, query?: Partial<ClientQuery>, options?: CallOptions): Promise<QueryAnswer>;
  /** Asks several queries in one request; their answers by refId. */
  askAll(queries: readonly PartialQuery[], options?: CallOptions): Promise<ReadonlyMap<string, QueryAnswer>>;
  stop(): Promise<void>;
}

/**
 * Starts the back end, production first, with `store` as its only data source.
 *
 * @param env the operator's settings beside the root, as GF_PLUGIN_…
 */
export async function startBackEnd(
  store: string,
  executable = executables()[0] ?? '',
  env: Readonly<Record<string, string>> = {}
): Promise<BackEnd> {
  const client = await startPlugin(executable, { env: { GF_PLUGIN_ROOTS: store, ...env } });
  const settings = { uid: 'test', jsonData: { store: { type: 'file', path: store } } };
  const askAll: BackEnd['askAll'] = (queries, options) =>
    client.queryData(
      queries.map((query) => ({
        fromMs: Date.UTC(2013, 0, 1),
        toMs: Date.UTC(2014, 0, 1),
        maxDataPoints: 100_000,
        ...query,
      })),
      { settings, ...options }
    );
  return {
    client,
    settings,
    askAll,
    async ask(model, query, options) {
      const answer = (await askAll([{ refId: 'A', model, ...query }], options)).get('A');
      if (answer === undefined) {
        throw new Error('the refId was not answered');
      }
      return answer;
    },
    async stop() {
      await client.shutdown();
    },
  };
}

/** The UTC date of a time cell, which holds nanoseconds. */
function dayOf(cell: Cell): string {
  return typeof cell === 'bigint' ? new Date(Number(cell / 1_000_000n)).toISOString().slice(0, 10) : 'no time';
}

/** The values of each series by column, segment and time; times as ISO dates. */
export function seriesOf(frames: readonly DecodedFrame[]): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  return new Map(
    frames.map((frame) => {
      const [time, value] = frame.fields;
      const days = (time?.values ?? []).map(dayOf);
      const points = days.map((day, i): [string, number | null] => {
        const cell = value?.values[i];
        return [day, typeof cell === 'number' ? cell : null];
      });
      return [`${value?.labels['column']} ${value?.labels['segment']}`, new Map(points)];
    })
  );
}
