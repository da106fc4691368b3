// What the engine costs: `npm run bench -- engine`. A store of 1,000 columns and 120 days with 100,000 rows a batch,
// made once (about 3 GB); the real executable, asked over gRPC; every figure beside its peer in the same run.
import { readFileSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PluginClient } from '../../pkg/grafana/index.ts';
import { startPlugin } from '../../pkg/grafana/index.ts';
import { buildBackEnd } from '../../scripts/lib/back-end.ts';
import { dayMs, firstDayMs, makeStore, wanted } from './make-store.ts';
import { plainDay } from './plain.ts';

const { values: options } = parseArgs({
  options: {
    columns: { type: 'string', default: String(wanted.columns) },
    days: { type: 'string', default: String(wanted.days) },
    // Without them the plugin's own defaults: half of the cores, 208 MiB.
    threads: { type: 'string', default: '' },
    'memory-mib': { type: 'string', default: '' },
  },
});
const shape = { ...wanted, columns: Number(options.columns), days: Number(options.days) };
const store = makeStore(shape);
const executable = await buildBackEnd();
const settings = { uid: 'bench', jsonData: { store: { type: 'file', path: store } } };
const env = {
  GF_PLUGIN_ROOTS: store,
  GF_PLUGIN_THREADS: options.threads,
  GF_PLUGIN_MEMORY_MIB: options['memory-mib'],
  GF_PLUGIN_QUERY_TIMEOUT_SECONDS: '600',
};

const [window, targets] = [30, shape.days - 30];
const endMs = firstDayMs + shape.days * dayMs;
const drift = {
  type: 'drift',
  metric: 'histogram',
  algorithm: 'hellinger',
  threshold: 0.2,
  minBatchSize: window,
  baseline: { type: 'TrailingWindow', size: window },
};
const analysis = {
  kind: 'analysis',
  datasetId: 'wide',
  analyzer: { config: drift },
  asOf: new Date(endMs).toISOString(),
};

interface Question {
  readonly model: object;
  readonly fromMs: number;
  readonly isAlert?: boolean;
}

/** All columns for all targets, as the number of anomalous columns a day. */
const year: Question = { model: { ...analysis, aggregate: 'count' }, fromMs: firstDayMs + window * dayMs };
/** All columns for the newest day. */
const day: Question = { model: { ...analysis, aggregate: 'count' }, fromMs: endMs - dayMs };
/** One number for each column, as an alert rule asks. */
const alert: Question = { model: { ...analysis, mode: 'latest' }, fromMs: endMs - dayMs, isAlert: true };

/** Clock ticks a second of /proc on Linux, whatever the kernel's own. */
const ticksPerSecond = 100;

/** Milliseconds of processor time that the plugin's process has used, all threads together. */
function cpuMs({ pid }: PluginClient): number {
  // After the name in brackets; utime and stime are the 14th and 15th field of the line, proc_pid_stat(5).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

/** What one answer took. On a busy machine the processor time is the one to go by. */
interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function ask(client: PluginClient, { model, fromMs, isAlert }: Question): Promise<Cost> {
  const headers = isAlert === true ? { FromAlert: 'true' } : {};
  const [start, cpuStart] = [performance.now(), cpuMs(client)];
  const query = { refId: 'A', model, fromMs, toMs: endMs, maxDataPoints: 1000 };
  const answer = (await client.queryData([query], { settings, headers })).get('A');
  if (answer === undefined || answer.error !== '') {
    throw new Error(answer?.error ?? 'no answer');
  }
  return { wallMs: performance.now() - start, cpuMs: cpuMs(client) - cpuStart };
}

function status({ pid }: PluginClient, key: 'VmHWM' | 'VmRSS'): string {
  const found = new RegExp(`${key}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return `${Math.round(Number(found?.[1]) / 1024)} MiB`;
}

function costText({ wallMs, cpuMs: ofProcess }: Cost): string {
  return `${(wallMs / 1000).toFixed(2)} s (${(ofProcess / 1000).toFixed(2)} s CPU)`;
}

/** Asks a fresh process, then the same again. */
async function measure(name: string, question: Question, again = 3): Promise<void> {
  const client = await startPlugin(executable, { env });
  try {
    const cold = await ask(client, question);
    const warm: Cost[] = [];
    for (let i = 0; i < again; i += 1) {
      warm.push(await ask(client, question));
    }
    const peak = `peak RSS ${status(client, 'VmHWM')}, now ${status(client, 'VmRSS')}`;
    console.log(`${name}: cold ${costText(cold)}; warm ${warm.map(costText).join(', ')}; ${peak}`);
  } finally {
    await client.shutdown();
  }
}

const sizeMiB = statSync(join(store, 'wide', '2026-01-01.bin')).size / 1024 / 1024;
console.log(
  `Node ${process.versions.node}; ${shape.columns} columns, ${shape.days} days, ${shape.rows} rows a batch, ${sizeMiB.toFixed(1)} MiB a day; ` +
    `threads ${options.threads || 'by default'}, memory_mib ${options['memory-mib'] || 'by default'}; load of the machine ${loadavg()[0]?.toFixed(1)}\n`
);
await measure(`alert: newest day of all columns, after a start`, alert);
await measure(`daily case: newest day from ${window} days`, day);
await measure(`${targets} targets from ${window} days each`, year);

const [startMs, cpuStart] = [performance.now(), process.cpuUsage()];
const anomalous = await plainDay(store, window, drift.threshold);
const { user, system } = process.cpuUsage(cpuStart);
const cost = { wallMs: performance.now() - startMs, cpuMs: (user + system) / 1000 };
const rssMiB = Math.round(process.memoryUsage().rss / 1024 / 1024);
console.log(
  `peer, the daily case as a plain script (${anomalous} columns beyond): ${costText(cost)}; RSS ${rssMiB} MiB`
);
