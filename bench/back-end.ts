// What the back end costs: `npm run bench -- back-end`. Every figure has its peer in the same run: the production
// executable beside the plain Node with the same bundle, a query beside a health check, cold beside warm.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PluginClient } from '../pkg/grafana/index.ts';
import { startPlugin } from '../pkg/grafana/index.ts';
import { unpackFlights } from '../scripts/demo/unpack-flights.ts';
import { buildBackEnd } from '../scripts/lib/back-end.ts';
import { makeLauncher } from '../scripts/lib/launcher.ts';
import { distFolder, executableName } from '../scripts/lib/layout.ts';
import { figuresOf, figuresText, timed } from './figures.ts';

const store = unpackFlights();
await buildBackEnd();
const launcher = await makeLauncher();
const production = join(distFolder, 'datasource', executableName());
const settings = { uid: 'bench', jsonData: { store: { type: 'file', path: store } } };

async function start(executable: string): Promise<PluginClient> {
  return startPlugin(executable, { env: { GF_PLUGIN_ROOTS: dirname(store) } });
}

function residentMiB({ pid }: PluginClient): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

async function startUp(name: string, executable: string): Promise<void> {
  const starts: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const client = await start(executable);
    starts.push(client.startMs);
    await client.shutdown();
  }
  const client = await start(executable);
  await sleep(2000);
  console.log(
    `${name}: start to handshake ${figuresText(figuresOf(starts))}; idle RSS ${residentMiB(client).toFixed(0)} MiB`
  );
  await client.shutdown();
}

const year = { fromMs: Date.UTC(2013, 0, 1), toMs: Date.UTC(2014, 0, 1), maxDataPoints: 1000 };
const day = { fromMs: Date.UTC(2013, 2, 8), toMs: Date.UTC(2013, 2, 9) };

async function ask(
  client: PluginClient,
  model: object,
  range: { readonly fromMs: number; readonly toMs: number }
): Promise<number> {
  const query = { refId: 'A', model: { datasetId: 'flights', ...model }, ...range };
  const answer = (await client.queryData([query], { settings })).get('A');
  if (answer === undefined || answer.error !== '') {
    throw new Error(answer?.error ?? 'no answer');
  }
  return answer.frames.length;
}

async function queries(): Promise<void> {
  const client = await start(production);
  const small = { kind: 'metric', metric: 'mean', columns: { include: ['dep_delay'] } };
  await ask(client, small, day);
  const health = await timed(1000, () => client.checkHealth({ settings }));
  const query = await timed(1000, () => ask(client, small, day));
  console.log(`health check: ${figuresText(figuresOf(health))}`);
  console.log(`one metric of one column of one day: ${figuresText(figuresOf(query))}`);
  await client.shutdown();
}

const byAirport = [{ tags: [{ key: 'origin', value: '*' }] }];
const yearQueries: readonly (readonly [string, object])[] = [
  ['mean, 16 columns, overall', { kind: 'metric', metric: 'mean' }],
  ['mean, 16 columns, by airport', { kind: 'metric', metric: 'mean', segments: byAirport }],
  ['median, 16 columns, overall', { kind: 'metric', metric: 'median' }],
  ['unique_est, 16 columns, overall', { kind: 'metric', metric: 'unique_est' }],
  ['hellinger from 7 days, 16 columns, overall', { kind: 'metric', metric: 'hellinger' }],
  ['hellinger from 7 days, 16 columns, by airport', { kind: 'metric', metric: 'hellinger', segments: byAirport }],
  ['table of all columns over the year', { kind: 'columns' }],
];

/** Cold: a process that has read nothing (the operating system's file cache is warm). Warm: the same query again. */
async function wholeYear(): Promise<void> {
  for (const [name, model] of yearQueries) {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const client = await start(production);
      cold.push(...(await timed(1, () => ask(client, model, year))));
      warm.push(...(await timed(3, () => ask(client, model, year))));
      if (i === 2) {
        console.log(
          `year, ${name}: cold ${figuresText(figuresOf(cold))}; warm ${figuresText(figuresOf(warm))}; RSS ${residentMiB(client).toFixed(0)} MiB`
        );
      }
      await client.shutdown();
    }
  }
}

const { stdout } = spawnSync('nproc', { encoding: 'utf8' });
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${stdout.trim()} cores\n`);
await startUp('production executable', production);
await startUp('launcher (Node and bundle)', launcher);
await queries();
await wholeYear();
