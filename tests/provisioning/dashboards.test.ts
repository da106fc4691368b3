import { isEngineQuery, parseQuery, type Query } from '../../pkg/contract/index.ts';
import { makeReplayedStore } from '../../scripts/demo/replay-flights.ts';
import { pluginId } from '../../scripts/lib/plugin-json.ts';
import type { BackEnd } from '../backend/back-end.ts';
import { startBackEnd } from '../backend/back-end.ts';
import { type Dashboard, dashboard, dashboardFiles, type Target } from './files.ts';

// Back ends are started and stores are copied here, on machines that do other things too.
jest.setTimeout(60_000);

const ours = pluginId('datasource');
/** Grafana's own that `driftglass view` draws too, and ours. */
const panelTypes = ['timeseries', 'table', 'stat', 'text', pluginId('panel')];
const variableTypes = ['datasource', 'query', 'textbox'];

/** What a person has chosen when a dashboard opens over the flights; lists of the data source have no value in the file. */
const chosen: Readonly<Record<string, string>> = {
  datasource: 'driftglass',
  dataset: 'flights',
  column: 'dep_delay',
  segmentKey: 'origin',
  segment: 'JFK',
};

function valuesOf({ templating }: Dashboard): ReadonlyMap<string, string> {
  return new Map(
    templating.list.map(({ name, current }) => {
      const value = current.value ?? chosen[name];
      if (value === undefined) {
        throw new Error(`this test has no value for the variable ${name}`);
      }
      return [name, value];
    })
  );
}

/** A query as it leaves the browser. */
function filled(target: Target, values: ReadonlyMap<string, string>): Target {
  const json = [...values].reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, value).replace(new RegExp(`\\$${name}\\b`, 'g'), value),
    JSON.stringify(target)
  );
  return JSON.parse(json) as Target;
}

function targets(board: Dashboard): readonly Target[] {
  const annotations = board.annotations.list.flatMap(({ target }) => target ?? []);
  return [...board.panels.flatMap((panel) => panel.targets ?? []), ...annotations];
}

/** The data sources that are named anywhere in a value. */
function dataSources(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
    key === 'datasource' ? [entry] : dataSources(entry)
  );
}

describe.each(dashboardFiles)('%s', (file) => {
  const board = dashboard(file);
  const values = valuesOf(board);

  test('names its data source by a variable only', () => {
    const [first] = board.templating.list;
    expect([first?.name, first?.type, first?.query]).toEqual(['datasource', 'datasource', ours]);
    const sources = dataSources(board);
    expect(sources.length).toBeGreaterThan(targets(board).length);
    for (const source of sources) {
      expect([
        { type: ours, uid: '${datasource}' },
        { type: 'grafana', uid: '-- Grafana --' },
      ]).toContainEqual(source);
    }
    // An input placeholder keeps Grafana from importing the dashboard of an app.
    expect(board).not.toHaveProperty('__inputs');
  });

  test('has panels and variables of known kinds', () => {
    expect(board.panels.filter(({ type }) => !panelTypes.includes(type))).toEqual([]);
    expect(board.templating.list.filter(({ type }) => !variableTypes.includes(type))).toEqual([]);
    expect(board.panels.map(({ type }) => type)).toContain(pluginId('panel'));
    const day = board.templating.list.find(({ name }) => name === 'day');
    expect(day?.current.value).toBe('latest');
  });

  test('has panels beside and below each other, never one over another', () => {
    const taken = new Map<string, number>();
    for (const { id, gridPos } of board.panels) {
      const { x, y, w, h } = gridPos;
      expect(x + w).toBeLessThanOrEqual(24);
      for (let cell = 0; cell < w * h; cell++) {
        const place = `${x + (cell % w)},${y + Math.floor(cell / w)}`;
        expect([place, taken.get(place)]).toEqual([place, undefined]);
        taken.set(place, id);
      }
    }
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  });

  test('asks nothing but queries that the back end accepts once the variables have values', () => {
    expect(targets(board)).not.toHaveLength(0);
    for (const target of targets(board)) {
      const query = filled(target, values);
      expect(() => parseQuery(query)).not.toThrow();
      expect(query.queryType).toBe(query.kind);
      // parseQuery refuses variables in the places that it reads; here in all.
      expect(JSON.stringify(query)).not.toContain('$');
    }
  });

  test('links to itself, with variables that it has', () => {
    const links = [...JSON.stringify(board).matchAll(/"url":"(.*?)"/g)].map(([, url]) => url ?? '');
    expect(links).not.toHaveLength(0);
    const names = board.templating.list.map(({ name }) => name);
    for (const url of links) {
      expect(url.startsWith(`/d/${board.uid}?\${__url_time_range}&\${datasource:queryparam}&`)).toBe(true);
      const set = [...url.matchAll(/var-(\w+)=|\$\{(\w+):queryparam\}/g)].map(([, own, kept]) => own ?? kept ?? '');
      expect([...set].sort()).toEqual([...names].sort());
      // A day in the time zone of the browser may be the day before.
      expect(url).toContain('var-day=${__value.time:date:iso}');
    }
  });
});

describe('over the replayed flights', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(makeReplayedStore());
  });
  afterAll(() => backEnd.stop());

  const day = 86_400_000;
  const now = Math.floor(Date.now() / day) * day;
  const month = { fromMs: now - 30 * day, toMs: now };

  test.each(
    dashboardFiles.flatMap((file) => {
      const board = dashboard(file);
      const known = valuesOf(board);
      return targets(board).map((target, i) => [file, i, filled(target, known)] as const);
    })
  )('%s: query %i is answered with something to see', async (_, __, model) => {
    const { status, error, frames } = await backEnd.ask(model, month);
    expect([status, error]).toEqual([200, '']);
    const cells = frames.flatMap(({ fields }) => fields.flatMap(({ values }) => [...values]));
    expect(cells.filter((cell) => cell !== null).length).toBeGreaterThan(0);
  });

  test('the dashboard shows the storms: the newest day is an anomaly at each airport', async () => {
    const [stat] = dashboard('flights.json').panels.filter(({ type }) => type === 'stat');
    const [target] = stat?.targets ?? [];
    const { frames } = await backEnd.ask(target ?? {}, month);
    const verdicts = frames.map(({ fields: [field] }) => [field?.labels['segment'], field?.values[0]]);
    expect(verdicts).toEqual([
      ['overall', 1],
      ['origin=EWR', 1],
      ['origin=JFK', 1],
      ['origin=LGA', 1],
    ]);
  });
});

test('the queries of the dashboards are of each kind that there is, but for changes of tags, which flights have none of', () => {
  const kinds = dashboardFiles.flatMap((file) => {
    const board = dashboard(file);
    return targets(board).map((target): Query => parseQuery(filled(target, valuesOf(board))));
  });
  expect([...new Set(kinds.map(({ kind }) => kind))].sort()).toEqual(
    ['analysis', 'anomalies', 'columns', 'distribution', 'metric', 'monitor', 'profile'].sort()
  );
  expect(kinds.some(isEngineQuery)).toBe(true);
});
