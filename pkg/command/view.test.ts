import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PluginClient } from '../grafana/index.ts';
import { chooseDashboard } from './choose-dashboard.ts';
import { openStore } from './open-store.ts';
import { runCommand } from './run-command.ts';
import { openView, parseViewArguments, viewUsage } from './view.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('arguments', () => {
  test('of a folder alone', () => {
    expect(parseViewArguments(['some/folder'])).toEqual({
      folder: resolve('some/folder'),
      port: 0,
      dashboard: undefined,
      theme: 'dark',
      open: true,
    });
  });

  test('all of them, in any order', () => {
    const args = ['--theme', 'light', '--no-open', '/f', '--port=8080', '--dashboard', 'd.json'];
    expect(parseViewArguments(args)).toEqual({
      folder: resolve('/f'),
      port: 8080,
      dashboard: 'd.json',
      theme: 'light',
      open: false,
    });
  });

  test.each([
    [[], 'name one folder'],
    [['a', 'b'], 'name one folder'],
    [['a', '--port', 'x'], '"x" is no port'],
    [['a', '--port', '65536'], '"65536" is no port'],
    [['a', '--port', '-1'], "Option '--port' argument is ambiguous"],
    [['a', '--theme', 'blue'], 'there is no theme "blue"'],
    [['a', '--nope'], "Unknown option '--nope'"],
  ])('%j: %s', (args, text) => {
    const error = thrownBy(() => parseViewArguments(args));
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining(text) as unknown });
    expect((error as Error).message.endsWith(`Usage: ${viewUsage}`)).toBe(true);
  });
});

describe('what cannot be shown', () => {
  const installation = { executable: '/no/such/executable', pluginFolders: [], pageFolder: '', dashboardFolder: '' };

  test('no folder', async () => {
    const request = parseViewArguments([__filename]);
    await expect(openView(request, installation)).rejects.toMatchObject({
      code: 'input',
      message: `${__filename} is no folder`,
    });
  });

  test('no back end', async () => {
    await expect(openView(parseViewArguments([__dirname]), installation)).rejects.toMatchObject({ code: 'start' });
  });

  test('no page in this executable', async () => {
    const errors: string[] = [];
    const output = { line: () => undefined, error: (text: string) => errors.push(text) };
    await expect(runCommand(['view', __dirname], output)).resolves.toBe(2);
    expect(errors).toEqual(['driftglass: the page is not part of this executable. Remedy: npm run view -- DIR']);
  });
});

describe('the dashboard', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftglass-dashboards-'));
    writeFileSync(join(folder, 'b-flights.json'), '{"targets":[{"datasetId": "flights"},{"datasetId":"$other"}]}');
    writeFileSync(join(folder, 'c-two.json'), '{"targets":[{"datasetId":"flights"},{"datasetId":"trains"}]}');
    writeFileSync(join(folder, 'dashboards.yaml'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the first whose datasets are all there', () => {
    expect(chooseDashboard(folder, ['trains', 'flights'])).toBe(join(folder, 'b-flights.json'));
  });

  test('is named by the person where none suits', () => {
    expect(thrownBy(() => chooseDashboard(folder, ['trains']))).toMatchObject({
      code: 'input',
      message: `no dashboard of ${folder} is for the datasets trains. Remedy: name one with --dashboard FILE`,
    });
    expect(thrownBy(() => chooseDashboard(folder, []))).toMatchObject({
      message: `no dashboard of ${folder} is for no dataset. Remedy: name one with --dashboard FILE`,
    });
  });

  test('is else the one that leaves the dataset to a variable', () => {
    writeFileSync(join(folder, 'a-general.json'), '{"targets":[{"datasetId":"$dataset"}]}');
    expect(chooseDashboard(folder, ['trains'])).toBe(join(folder, 'a-general.json'));
    expect(chooseDashboard(folder, ['flights'])).toBe(join(folder, 'b-flights.json'));
  });
});

describe('the store', () => {
  const dataset = (id: string) => ({ id, profiles: 1, columns: 1, firstMs: 0, lastMs: 0, references: [] });

  /** Answers with the datasets of a path, or refuses it. */
  function clientOf(answers: Readonly<Record<string, readonly string[]>>): PluginClient {
    return {
      async callResource(_: unknown, { settings }: { settings: { jsonData: { store: { path: string } } } }) {
        const ids = answers[settings.jsonData.store.path];
        return ids === undefined
          ? { status: 403, text: () => 'not below a root' }
          : { status: 200, json: () => ({ datasets: ids.map(dataset) }) };
      },
    } as unknown as PluginClient;
  }

  test.each([
    ['a store', { '/a/b': ['flights', 'trains'] }, '/a/b', ['flights', 'trains']],
    ['a dataset of dated folders', { '/a/b': ['2013-01-01', '20130102'], '/a': ['b', 'c'] }, '/a', ['b']],
    ['a dataset of files', { '/a/b': [], '/a': ['b', 'c'] }, '/a', ['b']],
    ['an empty folder', { '/a/b': [], '/a': [] }, '/a', []],
    ['a store with one dated name', { '/a/b': ['2013-01-01', 'flights'] }, '/a/b', ['2013-01-01', 'flights']],
  ])('%s', async (_, answers, path, ids) => {
    const { settings, datasets } = await openStore(clientOf(answers), '/a/b');
    expect(settings.jsonData.store).toEqual({ type: 'file', path });
    expect(datasets.map(({ id }) => id)).toEqual(ids);
  });

  test('that cannot be read', async () => {
    await expect(openStore(clientOf({}), '/a/b')).rejects.toMatchObject({
      code: 'input',
      message: '/a/b cannot be opened as a store of profiles: not below a root',
    });
  });
});
