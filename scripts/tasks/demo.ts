// The main job in one command: a store of real profiles, the real back end, the days on which something happened.
//   npm run demo -- --check               the flights of 2013; fails when the storms are not found
//   npm run demo -- --check --store DIR   the same look at a folder of your own
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPlugin } from '../../pkg/grafana/index.ts';
import type { Asker } from '../demo/ask.ts';
import { askDatasets } from '../demo/ask.ts';
import { builtBackEnd } from '../demo/executable.ts';
import type { Interest } from '../demo/report.ts';
import { look, reportLines } from '../demo/report.ts';
import { missedStorms, storms } from '../demo/storms.ts';
import { unpackFlights } from '../demo/unpack-flights.ts';

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, store: { type: 'string' } },
});
// npm runs scripts in the checkout's folder; INIT_CWD is where the person stands.
const own = options.store === undefined ? null : resolve(process.env['INIT_CWD'] ?? process.cwd(), options.store);
const store = own ?? unpackFlights();
const executable = await builtBackEnd();
const client = await startPlugin(executable, { env: { GF_PLUGIN_ROOTS: dirname(store) } });
const asker = (path: string): Asker => ({
  client,
  settings: { uid: 'demo', jsonData: { store: { type: 'file', path } } },
});

/** A folder that holds dated folders or files of one dataset is itself the dataset, and its parent the store. */
async function open(): Promise<{ readonly asker: Asker; readonly datasets: Awaited<ReturnType<typeof askDatasets>> }> {
  const datasets = await askDatasets(asker(store));
  const isDataset = datasets.length === 0 || datasets.every(({ id }) => /^\d{4}-?\d{2}/.test(id));
  if (!isDataset) {
    return { asker: asker(store), datasets };
  }
  const parent = asker(dirname(store));
  const name = basename(store);
  return { asker: parent, datasets: (await askDatasets(parent)).filter(({ id }) => id === name) };
}

const everything: Interest = { drift: ['*'], missing: ['*'] };
const flights: Interest = { drift: ['dep_delay'], missing: ['dep_delay'] };
let exitCode = 0;
try {
  const { asker: opened, datasets } = await open();
  const health = await client.checkHealth({ settings: opened.settings });
  console.log(`\n${health.message} Start to handshake: ${Math.round(client.startMs)} ms.\n`);
  const known = datasets.filter(({ profiles }) => profiles > 0);
  if (known.length === 0) {
    console.error(`No profiles in time were found in ${store}. ${JSON.stringify(health.details)}`);
    exitCode = 1;
  }
  for (const dataset of known) {
    const findings = await look(opened, dataset, own === null ? flights : everything);
    console.log(`${reportLines(dataset, findings, own === null ? storms : new Map()).join('\n')}\n`);
    const missed = own === null && options.check ? missedStorms(findings) : [];
    if (missed.length > 0) {
      console.error(`The check failed: ${missed.join('; ')}.`);
      exitCode = 1;
    }
  }
  if (own === null && exitCode === 0) {
    console.log('The storms of 2013 are among them. Nulls of dep_delay are cancelled flights.');
  }
} finally {
  await client.shutdown();
}
process.exitCode = exitCode;
