import { create } from '@bufbuild/protobuf';

import type { ClientResourceRequest } from '../client/plugin-client.ts';
import { CallResourceRequestSchema, type CallResourceResponse, Resource } from '../gen/backend_pb.js';
import type { PluginDefinition } from '../definition.ts';
import { type ServedPlugin, serveInProcess } from '../testing/serve-in-process.ts';
import { testPlugin } from '../testing/test-plugin.ts';
import { until } from '../testing/until.ts';

const settings = { jsonData: { greeting: 'hello' } };

describe('CallResource', () => {
  let served: ServedPlugin;
  beforeAll(async () => {
    served = await serveInProcess(testPlugin);
  });
  afterAll(() => served.stop());

  it.each<[string, ClientResourceRequest, number, unknown]>([
    ['a good call', { path: 'columns' }, 200, { columns: ['age', 'size'] }],
    ['a path with needless slashes', { path: '//columns/' }, 200, { columns: ['age', 'size'] }],
    ['a body', { method: 'POST', path: 'echo', body: { a: 'größe' } }, 200, { a: 'größe' }],
    [
      'a query',
      { path: 'query', query: 'q=a%2Fb%3Fc&q=2' },
      200,
      [
        ['q', 'a/b?c'],
        ['q', '2'],
      ],
    ],
    ['an unknown path', { path: 'nothing/here' }, 404, { message: 'there is nothing at this path' }],
    ['a failure of the handler', { path: 'columns/none' }, 404, { message: 'no column none' }],
    ['a wrong method', { method: 'DELETE', path: 'columns' }, 405, { message: 'this path answers GET only' }],
    [
      'a bad body',
      { method: 'POST', path: 'echo', body: Buffer.from('{') },
      400,
      { message: 'the body of the request is not JSON' },
    ],
    ['no body', { method: 'POST', path: 'echo' }, 400, { message: 'the body of the request is not JSON' }],
    [
      'a fault',
      { path: 'throw' },
      500,
      { message: "an internal error; its details are in the log of Grafana's server" },
    ],
    [
      'a climbing path',
      { path: 'columns/../../etc/passwd' },
      400,
      { message: 'the path is not allowed: it must not climb or hold control characters' },
    ],
    ['an absolute path', { path: '/etc/passwd' }, 404, { message: 'there is nothing at this path' }],
  ])('answers %s', async (_name, request, status, body) => {
    const answer = await served.calls.callResource(request, { settings });
    expect(answer.status).toBe(status);
    expect(answer.json()).toEqual(body);
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('names the methods that a path answers', async () => {
    const answer = await served.calls.callResource({ method: 'PUT', path: 'echo' }, { settings });
    expect(answer.headers.get('allow')).toBe('DELETE, POST');
  });

  it('answers 204 without a body', async () => {
    const answer = await served.calls.callResource({ method: 'DELETE', path: 'echo' }, { settings });
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
  });

  it('sends pieces in their order, as they come', async () => {
    const answer = await served.calls.callResource({ path: 'stream' }, { settings });
    expect(answer.text()).toBe('part 0\npart 1\npart 2\n');
    expect(answer.messages).toBe(4);
  });

  it('sends a large body in pieces', async () => {
    const answer = await served.calls.callResource({ path: 'large' }, { settings });
    expect([answer.body.length, answer.messages]).toEqual([5 * 2 ** 20, 5]);
  });

  it('takes a body of 15 MiB', async () => {
    const answer = await served.calls.callResource({
      method: 'POST',
      path: 'nothing',
      body: new Uint8Array(15 * 2 ** 20),
    });
    expect(answer.status).toBe(404);
  });

  it('answers without any context', async () => {
    const messages: CallResourceResponse[] = [];
    const request = create(CallResourceRequestSchema, { path: 'columns', method: 'GET' });
    await served.connection.stream(Resource.method.callResource, request, (message) => messages.push(message));
    expect(messages.map(({ code }) => code)).toEqual([400]);
  });
});

describe('CallResource with a handler of its own', () => {
  let served: ServedPlugin | undefined;
  afterEach(() => served?.stop());

  async function serve(body: AsyncIterable<Uint8Array>, resourceTimeoutMs = 30_000) {
    const definition: PluginDefinition<null> = {
      pluginId: 'p',
      createInstance: () => null,
      queryData: async () => [],
      checkHealth: async () => ({ status: 'ok', message: '' }),
      resources: (router) => router.route('GET', 'body', () => ({ kind: 'bytes', contentType: 'a/b', body })),
    };
    served = await serveInProcess(definition, { resourceTimeoutMs });
    return served.calls;
  }

  it('breaks an answer off that fails in the middle, so that nobody takes it for whole', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(1);
      throw new Error('in the middle');
    }
    const calls = await serve(failing());
    await expect(calls.callResource({ path: 'body' })).rejects.toMatchObject({
      code: 'call',
      message: expect.stringContaining('ABORTED') as unknown,
    });
  });

  it('breaks an answer off that takes too long', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(1);
      await new Promise(() => {});
    }
    const calls = await serve(endless(), 100);
    await expect(calls.callResource({ path: 'body' })).rejects.toMatchObject({
      message: expect.stringContaining('no answer within 100 ms') as unknown,
    });
  });

  it('waits for a host that does not read, and stops when it goes away', async () => {
    let produced = 0;
    let isClosed = false;
    async function* flood(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          produced++;
          yield new Uint8Array(2 ** 20);
        }
      } finally {
        isClosed = true;
      }
    }
    const calls = await serve(flood());
    const controller = new AbortController();
    const call = calls.callResource({ path: 'body' }, { signal: controller.signal });
    await until(() => produced > 20);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'call' });
    await until(() => isClosed);
    const before = produced;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(produced).toBe(before);
  });
});
