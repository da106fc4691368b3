import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, ClientQuery, DecodedFrame, PluginClient, QueryAnswer } from '../../pkg/grafana/index.ts';
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

/** A started back end with one data source over a folder. */
export interface BackEnd {
  readonly client: PluginClient;
  readonly settings: { readonly uid: string; readonly jsonData: object };
  /** Asks one query, of 2013 unless it says otherwise. */
  ask(
    model: object,
    range?: Partial<Pick<ClientQuery, 'fromMs' | 'toMs' | 'maxDataPoints'>>,
    options?: AskOptions
  ): Promise<QueryAnswer>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts the back end, production first, with `store` as its only data source. */
export async function startBackEnd(store: string, executable = executables()[0] ?? ''): Promise<BackEnd> {
  const client = await startPlugin(executable, { env: { GF_PLUGIN_ROOTS: store } });
  const settings = { uid: 'test', jsonData: { store: { type: 'file', path: store } } };
  return {
    client,
    settings,
    async ask(model, range = {}, { headers = {} } = {}) {
      const query = {
        refId: 'A',
        model,
        fromMs: Date.UTC(2013, 0, 1),
        toMs: Date.UTC(2014, 0, 1),
        maxDataPoints: 100_000,
        ...range,
      };
      const answer = (await client.queryData([query], { settings, headers })).get('A');
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
