import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CallOptions, PluginCalls } from '../client/plugin-client.ts';
import { decodeFrame } from '../frame/decode-frame.ts';
import { GrafanaError } from '../grafana-error.ts';
import { answerDataSourceApi } from './data-source-api.ts';

const golden = join(process.cwd(), 'tests', 'data', 'grafana', 'all_types.golden');
const options: CallOptions = { settings: { uid: 'u' }, role: 'Viewer' };
const body = JSON.stringify({ from: '1', to: '2', queries: [{ refId: 'A' }, { refId: '__proto__' }] });

function answer(calls: Partial<PluginCalls>, path: string, method = 'GET', sent = '', query = '') {
  return answerDataSourceApi(async () => calls as PluginCalls, { method, path, query, body: sent }, options);
}

async function json(given: ReturnType<typeof answer>): Promise<unknown> {
  const { contentType, body: text } = await given;
  expect(contentType).toBe('application/json');
  return JSON.parse(String(text));
}

describe('ds/query', () => {
  test('frames of every type arrive as Grafana itself writes them', async () => {
    interface Frame {
      schema: { refId?: string; fields: { name: string; type: string; typeInfo: { frame: string } }[] };
      data: { values: unknown[][]; entities?: unknown; nanos?: unknown };
    }
    const expected = JSON.parse(readFileSync(`${golden}.json`, 'utf8')) as Frame;
    const frames = [decodeFrame(readFileSync(`${golden}.arrow`))];
    const queryData = async () => new Map([['A', { status: 200, error: '', errorSource: '', frames }]]);
    const { results } = (await json(answer({ queryData }, 'ds/query', 'POST', body))) as {
      results: { A: { status: number; frames: [Frame] } };
    };
    const [frame] = results.A.frames;
    expect(Object.keys(results.A)).toEqual(['status', 'frames']);
    expect(frame.schema.refId).toBe('A');
    expect(frame.schema.fields.map(({ name, type }) => [name, type])).toEqual(
      expected.schema.fields.map(({ name, type }) => [name, type])
    );
    expect([frame.data.entities, frame.data.nanos]).toEqual([expected.data.entities, expected.data.nanos]);
    // Go writes the shortest text of a 32-bit number; JavaScript has 64-bit numbers only.
    const exact = expected.schema.fields.flatMap(({ typeInfo }, index) =>
      typeInfo.frame === 'float32' ? [] : [index]
    );
    expect(exact.length).toBeGreaterThan(20);
    expect(exact.map((index) => frame.data.values[index])).toEqual(exact.map((index) => expected.data.values[index]));
  });

  test('a failed query has its error inside, the others their frames', async () => {
    const queryData = async () =>
      new Map([
        ['A', { status: 400, error: 'no such column', errorSource: 'downstream', frames: [] }],
        ['__proto__', { status: 200, error: '', errorSource: '', frames: [] }],
      ]);
    const given = answer({ queryData }, 'ds/query', 'POST', body);
    expect((await given).status).toBe(200);
    expect((await given).body).toBe(
      '{"results":{"A":{"status":400,"error":"no such column","errorSource":"downstream","frames":[]},"__proto__":{"status":200,"frames":[]}}}'
    );
  });

  test('a plugin that does not answer fails each query', async () => {
    const queryData = async () => Promise.reject(new GrafanaError('call', 'it ended'));
    const failed = { status: 500, error: 'the back end did not answer: it ended', errorSource: 'plugin', frames: [] };
    const given = answer(
      { queryData },
      'ds/query',
      'POST',
      JSON.stringify({ from: 1, to: 2, queries: [{ refId: 'A' }] })
    );
    expect((await given).status).toBe(200);
    expect(await json(given)).toEqual({ results: { A: failed } });
  });

  test('a body that is none is refused before the plugin is asked', async () => {
    const given = answer({}, 'ds/query', 'POST', '{}');
    expect((await given).status).toBe(400);
    expect(await json(given)).toEqual({ message: 'the body has no queries' });
  });
});

describe('health', () => {
  test.each([
    ['ok', { days: 1 }, { status: 'OK', message: 'text', details: { days: 1 } }],
    ['error', null, { status: 'ERROR', message: 'text' }],
    ['unknown', null, { status: 'UNKNOWN', message: 'text' }],
  ] as const)('%s', async (status, details, expected) => {
    const checkHealth = async () => ({ status, message: 'text', details });
    const given = answer({ checkHealth }, 'datasources/uid/u/health');
    expect((await given).status).toBe(200);
    expect(await json(given)).toEqual(expected);
  });

  test('of a plugin that does not answer', async () => {
    const given = answerDataSourceApi(
      async () => Promise.reject(new Error('it did not start')),
      { method: 'GET', path: 'datasources/uid/u/health', query: '', body: '' },
      options
    );
    expect(await json(given)).toEqual({ status: 'ERROR', message: 'the back end did not answer: it did not start' });
  });
});

describe('resources', () => {
  const echo: Pick<PluginCalls, 'callResource'> = {
    callResource: async (request) => ({
      status: 418,
      headers: new Map([['content-type', 'text/plain']]),
      body: Buffer.from(JSON.stringify({ ...request, body: request.body && String(request.body as Buffer) })),
      messages: 1,
      text: () => '',
      json: () => null,
    }),
  };

  test.each([
    [
      'GET',
      'datasets/a%20b%2Fc/columns',
      '',
      'x=%20',
      { method: 'GET', path: 'datasets/a b/c/columns', query: 'x=%20' },
    ],
    ['POST', '', '{"a":1}', '', { method: 'POST', path: '', query: '', body: '{"a":1}' }],
  ])('%s %s', async (method, path, sent, query, expected) => {
    const given = await answer(echo, `datasources/uid/u/resources${path && '/'}${path}`, method, sent, query);
    expect([given.status, given.contentType]).toEqual([418, 'text/plain']);
    expect(JSON.parse(Buffer.from(given.body as Uint8Array).toString())).toEqual(expected);
  });

  test.each([
    ['datasources/uid/u/resources/%', 400, 'the path is not encoded'],
    ['datasources/uid/other/resources/a', 404, 'there is no data source "other" here'],
    ['datasources/uid/u/healthy', 404, 'there is no GET /api/datasources/uid/u/healthy here'],
    ['ds/query', 404, 'there is no GET /api/ds/query here'],
    ['', 404, 'there is no GET /api/ here'],
  ])('%s: %i', async (path, status, message) => {
    const given = answer(echo, path);
    expect((await given).status).toBe(status);
    expect(await json(given)).toEqual({ message });
  });

  test('of a plugin that does not answer: 502', async () => {
    const given = answer(
      { callResource: async () => Promise.reject(new Error('it ended')) },
      'datasources/uid/u/resources/a'
    );
    expect((await given).status).toBe(502);
  });
});
