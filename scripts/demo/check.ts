import { dirname } from 'node:path';
import { openStore } from '../../pkg/command/index.ts';
import { startPlugin } from '../../pkg/grafana/index.ts';
import { builtBackEnd } from './executable.ts';
import type { Interest } from './report.ts';
import { look, reportLines } from './report.ts';
import { missedStorms, storms } from './storms.ts';
import { unpackFlights } from './unpack-flights.ts';

const everything: Interest = { drift: ['*'], missing: ['*'] };
const flights: Interest = { drift: ['dep_delay'], missing: ['dep_delay'] };

/**
 * Asks the real back end for the days on which something happened and prints them.
 *
 * @param own a person's folder: a store, or the folder of one dataset; null: the flights of 2013, whose storms must be found
 * @returns the exit code
 */
export async function check(own: string | null): Promise<number> {
  const folder = own ?? unpackFlights();
  const client = await startPlugin(await builtBackEnd(), { env: { GF_PLUGIN_ROOTS: dirname(folder) } });
  try {
    const { settings, datasets } = await openStore(client, folder);
    const health = await client.checkHealth({ settings });
    console.log(`\n${health.message} Start to handshake: ${Math.round(client.startMs)} ms.\n`);
    const known = datasets.filter(({ profiles }) => profiles > 0);
    if (known.length === 0) {
      console.error(`No profiles in time were found in ${folder}. ${JSON.stringify(health.details)}`);
      return 1;
    }
    for (const dataset of known) {
      const findings = await look({ client, settings }, dataset, own === null ? flights : everything);
      console.log(`${reportLines(dataset, findings, own === null ? storms : new Map()).join('\n')}\n`);
      const missed = own === null ? missedStorms(findings) : [];
      if (missed.length > 0) {
        console.error(`The check failed: ${missed.join('; ')}.`);
        return 1;
      }
    }
    if (own === null) {
      console.log('The storms of 2013 are among them. Nulls of dep_delay are cancelled flights.');
    }
    return 0;
  } finally {
    await client.shutdown();
  }
}
