// The main job in one command: a store of real profiles, the real back end, and a page in the browser that shows them.
//   npm run demo                          the flights, moved so that their year ends yesterday, in a page
//   npm run demo -- --store DIR           the same page over a folder of your own
//   npm run demo -- --check               no page: the days of 2013 on which something happened, as a table
//   npm run demo -- --check --store DIR   the same look at a folder of your own
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, terminal } from '../../pkg/command/index.ts';
import { check } from '../demo/check.ts';
import { makeReplayedStore, replayedStorms } from '../demo/replay-flights.ts';
import { upToDateInstallation } from '../lib/built-installation.ts';
import { runTask } from '../lib/task.ts';

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    check: { type: 'boolean', default: false },
    store: { type: 'string' },
    port: { type: 'string', default: '0' },
    theme: { type: 'string', default: 'dark' },
    open: { type: 'boolean', default: true },
  },
});
// npm runs scripts in the checkout's folder; INIT_CWD is where the person stands.
const own = options.store === undefined ? null : resolve(process.env['INIT_CWD'] ?? process.cwd(), options.store);

function tellOfFlights(): void {
  console.log('The flights that left New York City in 2013, with their dates moved: the year ends yesterday with the');
  console.log('snow of 8 March 2013. What happened, and the day on which the page shows it:\n');
  for (const { day, shownAs, what } of replayedStorms(Date.now()).slice(-8)) {
    console.log(`  ${shownAs}  ${what} (really ${day})`);
  }
  console.log('');
}

await runTask(async () => {
  if (options.check) {
    process.exitCode = await check(own);
    return;
  }
  const installation = await upToDateInstallation();
  const store = own ?? makeReplayedStore();
  if (own === null) {
    tellOfFlights();
  }
  const words = [store, '--port', options.port, '--theme', options.theme, ...(options.open ? [] : ['--no-open'])];
  process.exitCode = await runCommand(['view', ...words], terminal(), installation);
});
