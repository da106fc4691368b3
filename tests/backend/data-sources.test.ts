import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { PluginClient } from '../../pkg/grafana/index.ts';
import { startPlugin } from '../../pkg/grafana/index.ts';
import { executables } from './back-end.ts';
import { StoreFolder } from './store-folder.ts';

const flights = join(unpackFlights(), 'flights');
const day = Date.UTC(2013, 0, 1);
const key = 'flights/2013-01-01/profile.bin';

/** Flights of the first day of 2013 from each airport, from the raw rows. */
const airports = { EWR: 305, JFK: 297, LGA: 240 };

/** A store that holds the first day of one airport, under the same name in each. */
function storeOf(airport: string): StoreFolder {
  return new StoreFolder().put(key, readFileSync(join(flights, '2013-01-01', `${airport}.bin`)));
}

const stores = { EWR: storeOf('EWR'), JFK: storeOf('JFK'), LGA: storeOf('LGA') };
const outside = storeOf('EWR');

function settingsOf(path: string, more: object = {}) {
  return { uid: 'one', jsonData: { store: { type: 'file', path } }, ...more };
}

async function start(roots: readonly string[]): Promise<PluginClient> {
  return startPlugin(executables()[0] ?? '', { env: { GF_PLUGIN_ROOTS: roots.join(',') } });
}

async function ask(client: PluginClient, settings: object) {
  const model = { kind: 'metric', datasetId: 'flights', metric: 'count', columns: { include: ['dest'] } };
  const query = { refId: 'A', model, fromMs: day, toMs: day + 86_400_000 };
  return (await client.queryData([query], { settings })).get('A')!;
}

async function countOf(client: PluginClient, settings: object): Promise<unknown> {
  return (await ask(client, settings)).frames[0]?.fields[1]?.values[0];
}

afterAll(() => [...Object.values(stores), outside].forEach((store) => store.dispose()));

describe('data sources of one server', () => {
  let client: PluginClient;
  beforeAll(async () => {
    client = await start(Object.values(stores).map(({ path }) => path));
  });
  afterAll(() => client.shutdown());

  it.each([
    ['their uid', (airport: string) => ({ uid: airport })],
    ['their organisation', (airport: string) => ({ orgId: Object.keys(stores).indexOf(airport) + 1 })],
    ['nothing but their folder', () => ({})],
  ])("told apart by %s never see each other's profiles, though they bear the same names", async (_, identity) => {
    const entries = Object.entries(stores);
    // Each several times, and among each other, so that what one has cached is there when the next asks.
    const asked = Array.from({ length: 12 }, (_unused, i) => entries[i % entries.length]!);
    const found = await Promise.all(
      asked.map(async ([airport, { path }]) => [airport, await countOf(client, settingsOf(path, identity(airport)))])
    );
    expect(found).toEqual(asked.map(([airport]) => [airport, airports[airport as keyof typeof airports]]));
  });

  it('take another folder when their settings change, and the first again when they change back', async () => {
    const found: unknown[] = [];
    for (const [i, airport] of (['EWR', 'LGA', 'EWR'] as const).entries()) {
      found.push(await countOf(client, settingsOf(stores[airport].path, { lastUpdatedMs: 1000 * (i + 1) })));
    }
    expect(found).toEqual([airports.EWR, airports.LGA, airports.EWR]);
  });
});

describe('settings that cannot serve', () => {
  const inside = stores.EWR.path;
  const rootsSetting = 'roots in [plugin.driftglass-profiles-datasource]';

  it.each([
    ['no store', [inside], {}, 400, 'store: no profile store is set; choose a folder in the data source settings'],
    ['no folder', [inside], { store: { type: 'file' } }, 400, 'store.path: no folder is set; enter the absolute path'],
    ['a relative folder', [inside], { store: { type: 'file', path: 'a' } }, 400, 'store.path: "a" is not absolute; '],
    [
      'another kind of store',
      [inside],
      { store: { type: 'ftp', path: '/' } },
      400,
      'store.type: "ftp" is none of file',
    ],
    ['a list for a store', [inside], { store: [] }, 400, 'store: an object is expected, not a list'],
    [
      'a folder outside the roots',
      [inside],
      { store: { type: 'file', path: outside.path } },
      403,
      `the folder ${outside.path} lies outside the folders that this server allows. Remedy: `,
    ],
    [
      'a way out of the roots',
      [inside],
      { store: { type: 'file', path: `${inside}/..` } },
      403,
      `the folder ${inside}/.. lies outside the folders that this server allows. Remedy: `,
    ],
    [
      'a folder that is not there',
      [inside],
      { store: { type: 'file', path: `${inside}/nowhere` } },
      404,
      `the folder ${inside}/nowhere does not exist or cannot be entered. Remedy: `,
    ],
    [
      'a server without roots',
      [],
      { store: { type: 'file', path: inside } },
      403,
      `folders are not allowed as stores on this server. Remedy: an administrator sets ${rootsSetting}`,
    ],
  ])('%s: the health check and every query say so', async (_, roots, jsonData, status, text) => {
    const client = await start(roots);
    const settings = { uid: 'bad', jsonData };
    const health = await client.checkHealth({ settings });
    const answer = await ask(client, settings);
    const resource = await client.callResource({ path: 'datasets' }, { settings });
    // A data source whose settings can serve is answered beside it.
    const good = roots.length === 0 ? airports.EWR : await countOf(client, settingsOf(inside));
    await client.shutdown();
    expect(health).toMatchObject({ status: 'error', message: expect.stringContaining(text) as unknown });
    expect(answer).toMatchObject({
      status,
      errorSource: 'downstream',
      error: expect.stringContaining(text) as unknown,
    });
    expect(resource.status).toBe(status);
    expect(resource.text()).toContain(JSON.stringify(text).slice(1, -1));
    expect(good).toBe(airports.EWR);
  });

  it('an empty folder is no error: the health check says what to do', async () => {
    const empty = new StoreFolder();
    const client = await start([empty.path]);
    const health = await client.checkHealth({ settings: settingsOf(empty.path) });
    const answer = await ask(client, settingsOf(empty.path));
    await client.shutdown();
    empty.dispose();
    expect(health).toMatchObject({ status: 'ok', details: { datasets: 0, profiles: 0 } });
    expect(health.message).toMatch(/^The folder can be read and holds no profiles yet\. Put whylogs profiles/);
    expect(answer).toMatchObject({ status: 404, error: 'the store has no dataset "flights"; it holds no profiles' });
  });
});
