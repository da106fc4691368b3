import { create } from '@bufbuild/protobuf';

import { contextOf, queryOf } from '../client/messages.ts';
import type { ClientQuery, ClientSettings, QueryAnswer } from '../client/plugin-client.ts';
import type { PluginDefinition } from '../definition.ts';
import { Data, DataFrameFormat, PluginContextSchema, QueryDataRequestSchema } from '../gen/backend_pb.js';
import { QueryError } from '../query-error.ts';
import { type ServedPlugin, serveInProcess } from '../testing/serve-in-process.ts';
import { testPlugin } from '../testing/test-plugin.ts';
import { until } from '../testing/until.ts';

const range = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 0, 1, 4), maxDataPoints: 4, intervalMs: 0 };
const settings: ClientSettings = { jsonData: { greeting: 'hello' }, secureJsonData: { token: 'correct-horse' } };

function query(refId: string, model: object): ClientQuery {
  return { refId, model, ...range };
}

describe('QueryData', () => {
  let served: ServedPlugin;
  beforeAll(async () => {
    served = await serveInProcess(testPlugin);
  });
  afterAll(() => served.stop());

  async function ask(model: object, options: object = {}): Promise<QueryAnswer | undefined> {
    return (await served.calls.queryData([query('A', model)], { settings, ...options })).get('A');
  }

  it('answers every refId and no other, each on its own', async () => {
    const answers = await served.calls.queryData(
      [
        query('A', { kind: 'series' }),
        query('B', { kind: 'no-such' }),
        query('C', { kind: 'fault' }),
        query('D', { kind: 'empty' }),
      ],
      { settings }
    );
    expect([...answers.keys()].sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(answers.get('A')).toMatchObject({ status: 200, error: '', errorSource: '', frames: { length: 2 } });
    expect(answers.get('B')).toEqual({
      status: 400,
      error: 'there is no kind "no-such"',
      errorSource: 'downstream',
      frames: [],
    });
    expect(answers.get('C')).toMatchObject({ status: 500, errorSource: 'plugin', frames: [] });
    expect(answers.get('D')).toMatchObject({ status: 200, error: '', frames: [{ length: 0, fields: [] }] });
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'r'.repeat(1000), 'größe', '😀', '"', 'a b'])(
    'answers the refId %j',
    async (refId) => {
      const answers = await served.calls.queryData([query(refId, { kind: 'numbers' })], { settings });
      expect([...answers.keys()]).toEqual([refId]);
      expect(answers.get(refId)).toMatchObject({ status: 200, error: '' });
    }
  );

  it('answers nothing when nothing is asked', async () => {
    expect((await served.calls.queryData([], { settings })).size).toBe(0);
  });

  it('tells the handler who asks, how and for what', async () => {
    const answer = await ask(
      { kind: 'call', queryType: 'x' },
      {
        headers: { FromAlert: 'true', 'http_X-Rule-Name': 'A+rule' },
        grafanaConfig: { GF_APP_URL: 'http://localhost:3000/' },
        settings: { ...settings, orgId: 7 },
      }
    );
    const facts = Object.fromEntries((answer?.frames[0]?.fields ?? []).map(({ name, values }) => [name, values[0]]));
    expect(facts).toEqual({
      refId: 'A',
      queryType: 'x',
      orgId: '7',
      login: 'client',
      fromAlert: 'true',
      traceId: 'none',
      rule: 'A+rule',
      appUrl: 'http://localhost:3000/',
    });
  });

  it('gives no text of a fault to the user, and all of it but the secrets to the log', async () => {
    served.lines.length = 0;
    const answer = await ask({ kind: 'fault' });
    expect(answer?.error).toBe("an internal error; its details are in the log of Grafana's server");
    const failed = served.lines.find((line) => line['@message'] === 'call failed');
    expect(failed).toMatchObject({
      '@level': 'error',
      endpoint: 'queryData',
      refId: 'A',
      dsUID: 'client',
      status: 500,
    });
    expect(failed?.['error']).toMatch(/^TypeError: a fault of the plugin, \[redacted\]\n {4}at /);
  });

  it('answers Arrow with format 0 when the host would like JSON', async () => {
    const request = create(QueryDataRequestSchema, {
      pluginContext: contextOf('p', { settings }),
      format: DataFrameFormat.JSON,
      queries: [queryOf(query('A', { kind: 'numbers' }))],
    });
    const { responses } = await served.connection.unary(Data.method.queryData, request);
    expect(responses['A']).toMatchObject({ status: 200, format: DataFrameFormat.ARROW });
    expect(Buffer.from(responses['A']?.frames[0] ?? []).toString('latin1', 0, 6)).toBe('ARROW1');
  });

  it.each([
    ['no context', undefined],
    ['an empty context', create(PluginContextSchema)],
  ])('answers with an error, not a failed call, when there is %s', async (_name, pluginContext) => {
    const request = create(QueryDataRequestSchema, {
      ...(pluginContext && { pluginContext }),
      queries: [{ refId: 'A', json: new TextEncoder().encode('{}'), timeRange: {} }],
    });
    const { responses } = await served.connection.unary(Data.method.queryData, request);
    expect(responses['A']).toMatchObject({
      status: 400,
      error: 'the call carries no settings: ask through a data source or an app',
    });
  });

  it('uses changed settings from the next call on, with or without a new time of saving', async () => {
    const greeting = async (text: string, lastUpdatedMs: number) =>
      (await ask({ kind: 'settings' }, { settings: { uid: 'changing', jsonData: { greeting: text }, lastUpdatedMs } }))
        ?.frames[0]?.fields[0]?.values;
    expect(await greeting('first', 0)).toEqual(['first']);
    expect(await greeting('second', 1000)).toEqual(['second']);
    expect(await greeting('first', 1000)).toEqual(['first']);
  });

  it('never mixes instances of two organisations or uids', async () => {
    const all = [1, 2].flatMap((orgId) => ['one', 'two'].map((uid) => ({ orgId, uid })));
    const rounds = Array.from({ length: 10 }, () => all).flat();
    const seen = await Promise.all(
      rounds.map(async ({ orgId, uid }) => {
        const jsonData = { greeting: `${uid} of ${orgId}` };
        return (await ask({ kind: 'settings' }, { settings: { orgId, uid, jsonData } }))?.frames[0]?.fields[0]
          ?.values[0];
      })
    );
    expect(seen).toEqual(rounds.map(({ orgId, uid }) => `${uid} of ${orgId}`));
  });

  it('answers with the failure of an instance, without its secrets', async () => {
    const answer = await ask(
      { kind: 'numbers' },
      { settings: { uid: 'bad', jsonData: { greeting: 'throw' }, secureJsonData: { token: 'correct-horse' } } }
    );
    expect(answer).toMatchObject({ status: 500, errorSource: 'plugin' });
    expect(JSON.stringify(served.lines)).not.toContain('correct-horse');
  });

  it('refuses two results that an alert rule could not tell apart', async () => {
    expect(await ask({ kind: 'same-labels' })).toMatchObject({
      status: 500,
      errorSource: 'plugin',
      error:
        'cannot build the answer: two results have the labels {}: alert rules tell results apart by their labels alone, so add one that differs',
    });
  });

  it('delivers an answer of 66 MiB', async () => {
    const answer = await ask({ kind: 'bulk' });
    expect(answer?.frames[0]?.length).toBe(66);
  });

  it('counts cancelled calls as cancelled and answered ones, for which grpc-js says so too, as answered', async () => {
    await ask({ kind: 'numbers' });
    const controller = new AbortController();
    const cancelled = served.calls.queryData([query('A', { kind: 'stuck' })], { settings, signal: controller.signal });
    await until(() => served.lines.some((line) => line['@message'] === 'stuck'));
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'call' });
    await until(async () => /outcome="cancelled"\} 1$/m.test(await served.calls.collectMetrics()));
    expect(await served.calls.collectMetrics()).toMatch(/requests_total\{endpoint="queryData",outcome="ok"\} \d+$/m);
  });
});

describe('QueryData with a plugin of its own', () => {
  let served: ServedPlugin | undefined;
  afterEach(() => served?.stop());

  async function ask(
    queryData: PluginDefinition<null>['queryData'],
    count: number,
    limits: Parameters<typeof serveInProcess>[1] = {},
    options: object = {},
    more: Partial<PluginDefinition<null>> = {}
  ) {
    const definition: PluginDefinition<null> = {
      pluginId: 'p',
      createInstance: () => null,
      checkHealth: async () => ({ status: 'ok', message: '' }),
      queryData,
      ...more,
    };
    served = await serveInProcess(definition, limits);
    const queries = Array.from({ length: count }, (_, i) => query(`Q${i}`, { i }));
    return served.calls.queryData(queries, options);
  }

  it('runs no more queries of a request at a time than its limit', async () => {
    let running = 0;
    let peak = 0;
    await ask(
      async () => {
        peak = Math.max(peak, ++running);
        await new Promise(setImmediate);
        running--;
        return [];
      },
      20,
      { queryConcurrency: 3 }
    );
    expect(peak).toBe(3);
  });

  it('answers in time for all queries of a request, also for handlers that never end', async () => {
    const answers = await ask(async (_instance, { refId }) => (refId === 'Q0' ? [] : new Promise<never>(() => {})), 3, {
      queryTimeoutMs: 50,
      queryConcurrency: 2,
    });
    expect(answers.get('Q0')).toMatchObject({ status: 200 });
    for (const refId of ['Q1', 'Q2']) {
      expect(answers.get(refId)).toMatchObject({
        status: 504,
        errorSource: 'downstream',
        error: 'no answer within 50 ms',
      });
    }
  });

  it('answers before the deadline of the host', async () => {
    const answers = await ask(async () => new Promise<never>(() => {}), 1, {}, { timeoutMs: 1_000 });
    expect(answers.get('Q0')).toMatchObject({
      status: 504,
      error: expect.stringMatching(/^no answer within \d+ ms$/) as unknown,
    });
  });

  it('takes an exception of the handler like a rejection', async () => {
    const answers = await ask(() => {
      throw new QueryError('x', 429, 'downstream', 'too many');
    }, 1);
    expect(answers.get('Q0')).toMatchObject({ status: 429, errorSource: 'downstream', error: 'too many' });
  });

  it('cuts long error texts', async () => {
    const answers = await ask(
      async () => {
        throw new QueryError('x', 400, 'downstream', 'x'.repeat(100));
      },
      1,
      { maxErrorTextChars: 10 }
    );
    expect(answers.get('Q0')?.error).toBe('xxxxxxxxxx… (100 characters)');
  });

  it('never sends an error without a text, which would be none', async () => {
    const answers = await ask(async () => {
      throw new QueryError('x', 400, 'downstream', '');
    }, 1);
    expect(answers.get('Q0')?.error).toBe('failed with status 400');
  });

  it('asks the plugin to describe its own errors, and goes on when that fails', async () => {
    const fail = async () => {
      throw new RangeError('own');
    };
    const describeError = (error: unknown) => {
      if (error instanceof RangeError) {
        return { status: 422, source: 'downstream', text: `mapped ${error.message}` } as const;
      }
      return null;
    };
    expect((await ask(fail, 1, {}, {}, { describeError })).get('Q0')).toMatchObject({
      status: 422,
      error: 'mapped own',
    });
    await served?.stop();
    const broken = () => {
      throw new Error('describing');
    };
    expect((await ask(fail, 1, {}, {}, { describeError: broken })).get('Q0')).toMatchObject({ status: 500 });
    expect(served?.lines).toContainEqual(
      expect.objectContaining({ '@level': 'error', '@message': 'describeError failed' })
    );
  });

  it('refuses a request above its limit, and goes on', async () => {
    await expect(
      ask(async () => [], 1, { maxReceiveBytes: 1_000 }, { headers: { large: 'x'.repeat(2_000) } })
    ).rejects.toMatchObject({ code: 'call', message: expect.stringContaining('RESOURCE_EXHAUSTED') as unknown });
    expect((await served?.calls.queryData([query('A', {})]))?.get('A')?.status).toBe(200);
  });
});
