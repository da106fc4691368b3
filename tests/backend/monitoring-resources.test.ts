import { formConfigs } from '../../src/datasource/editor/analyzer-draft.ts';
import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { BackEnd } from './back-end.ts';
import { startBackEnd } from './back-end.ts';

/** Models of seasons take their time on a machine under load. */
jest.setTimeout(60_000);

let backEnd: BackEnd;

beforeAll(async () => {
  backEnd = await startBackEnd(unpackFlights());
});

afterAll(() => backEnd.stop());

async function call(path: string, body?: object, jsonData: object = {}) {
  const { client, settings } = backEnd;
  const asked = body === undefined ? { path } : { path, method: 'POST', body };
  const answer = await client.callResource(asked, {
    settings: { ...settings, jsonData: { ...settings.jsonData, ...jsonData } },
  });
  return { status: answer.status, value: JSON.parse(answer.text()) as unknown };
}

test('the document of the flights has what pickers offer', async () => {
  const { status, value } = await call('datasets/flights/monitoring');
  expect(status).toBe(200);
  expect(value).toMatchObject({
    source: 'store',
    analyzers: expect.arrayContaining([
      {
        id: 'departure-delay-drift',
        displayName: 'Departure delay drift',
        type: 'drift',
        metric: 'histogram',
        disabled: false,
      },
    ]) as unknown,
    monitors: [
      { id: 'drift-of-delays', displayName: 'Drift of delays', mode: 'EVERY_ANOMALY', severity: 2, disabled: false },
      {
        id: 'cancellations-digest',
        displayName: 'Cancellations, as a digest',
        mode: 'DIGEST',
        severity: 1,
        disabled: false,
      },
    ],
    problems: [],
  });
});

test('a document of the settings comes before that of the store', async () => {
  const document = 'orgId: o\ndatasetId: flights\ngranularity: daily\nanalyzers: []\nmonitors: []\n';
  const { value } = await call('datasets/flights/monitoring', undefined, { monitorDocuments: { flights: document } });
  expect(value).toEqual({ source: 'settings', analyzers: [], monitors: [], problems: [] });
});

test.each([
  ['an unknown dataset', 'datasets/trains/monitoring', undefined, 404, 'the store has no dataset "trains"'],
  ['an analyzer that is no object', 'analyzer/check', { analyzer: 7 }, 400, 'analyzer: an object is expected'],
  ['a document that is neither text nor object', 'monitor-document/check', { text: 7 }, 400, 'text: an object'],
])('%s is refused in words', async (_, path, body, status, text) => {
  const answer = await call(path, body);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.value)).toContain(JSON.stringify(text).slice(1, -1));
});

test('a document is checked without being saved', async () => {
  const { value } = await call('monitor-document/check', { text: '{"orgId": "o"}' });
  expect(value).toMatchObject({ isUsable: false, analyzers: 0, problems: expect.any(Array) as unknown });
});

test('an analyzer is checked with the metrics of the dataset’s document', async () => {
  const analyzer = { config: { type: 'fixed', metric: 'mean', upper: 'high' } };
  const { value } = await call('analyzer/check', { analyzer, datasetId: 'flights' });
  expect(value).toMatchObject({ problems: [{ severity: 'error', path: 'config.upper' }] });
});

describe.each(Object.keys(formConfigs) as Array<keyof typeof formConfigs>)('what the editor begins %s with', (type) => {
  const analyzer = { config: formConfigs[type] };

  test('is nothing that the engine has a problem with', async () => {
    const { value } = await call('analyzer/check', { analyzer, datasetId: 'flights' });
    expect(value).toEqual({ problems: [] });
  });

  test('has a verdict for the columns of numbers', async () => {
    const { frames, error } = await backEnd.ask(
      { kind: 'analysis', analyzer, columns: { include: ['dep_delay'] }, series: ['verdict'] },
      { fromMs: Date.UTC(2013, 11, 1) }
    );
    expect(error).toBe('');
    const verdicts = frames.flatMap(({ fields }) => [...(fields[1]?.values ?? [])]);
    expect(verdicts.filter((verdict) => verdict !== null).length).toBe(31);
    expect(frames[0]?.fields[1]?.labels).toMatchObject({ dataset: 'flights', column: 'dep_delay' });
  });
});
