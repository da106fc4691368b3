import { Worker } from 'node:worker_threads';

import {
  type Call,
  type DataQuery,
  type EncodedFrame,
  encodeFrame,
  type Health,
  type InstanceSettings,
  type PluginDefinition,
  QueryError,
  type Router,
  strings,
} from '../index.ts';
import { testFrames } from './test-frames.ts';

/** What the test plugin makes of its settings. */
export interface TestInstance {
  readonly greeting: string;
  readonly url: string;
  readonly token: string;
}

function createInstance(settings: InstanceSettings): TestInstance {
  const greeting = settings.jsonData['greeting'];
  if (greeting === 'throw') {
    throw new Error(`a fault while making an instance, ${settings.secrets.get('token') ?? ''}`);
  }
  return {
    greeting: typeof greeting === 'string' ? greeting : '',
    url: settings.kind === 'datasource' ? settings.url : '',
    token: settings.secrets.get('token') ?? '',
  };
}

async function queryData(instance: TestInstance, query: DataQuery, call: Call): Promise<readonly EncodedFrame[]> {
  const { kind, path, text } = query.model;
  const variable = typeof text === 'string' ? /\$\{?(\w+)/.exec(text)?.[1] : undefined;
  if (variable !== undefined) {
    throw new QueryError('variable', 400, 'downstream', `the variable ${variable} was not replaced`);
  }
  switch (kind) {
    case 'settings':
      return [encodeFrame({ type: 'table', fields: [{ name: 'greeting', values: strings([instance.greeting]) }] })];
    case 'call':
      return [encodeFrame({ type: 'table', fields: callFields(query, call) })];
    case 'fetch':
      await ask(instance, typeof path === 'string' ? path : '/', call);
      return [];
    case 'heavy':
      await new Promise((resolve) => setTimeout(resolve, 1200));
      return testFrames('numbers', query);
    case 'stuck':
      call.log.info('stuck');
      return new Promise(() => {});
    case 'leak':
      throw new QueryError('leak', 400, 'downstream', leakyText(instance, call));
    case 'fault':
      throw new TypeError(`a fault of the plugin, ${instance.token}`);
    case undefined:
      throw new QueryError('kind', 400, 'downstream', 'the query has no kind');
    default:
      return testFrames(typeof kind === 'string' ? kind : JSON.stringify(kind), query);
  }
}

function leakyText({ token }: TestInstance, { headers }: Call): string {
  return `${token} ${headers.get('Authorization') ?? ''} ${headers.get('X-Grafana-Id') ?? ''}`;
}

function callFields(query: DataQuery, call: Call) {
  const facts = {
    refId: query.refId,
    queryType: query.queryType,
    orgId: String(call.orgId),
    login: call.user?.login ?? 'nobody',
    fromAlert: String(call.fromAlert),
    traceId: call.traceId ?? 'none',
    rule: call.headers.get('X-Rule-Name') ?? 'none',
    appUrl: call.grafanaConfig.get('GF_APP_URL') ?? 'none',
  };
  return Object.entries(facts).map(([name, value]) => ({ name, values: strings([value]) }));
}

/** Asks the configured remote system with the caller's credentials; a redirect elsewhere is not followed with them. */
async function ask(instance: TestInstance, path: string, call: Call): Promise<void> {
  const authorization = call.headers.get('Authorization');
  const answer = await fetch(`${instance.url}${path}`, {
    signal: call.signal,
    redirect: 'manual',
    headers: authorization === null ? {} : { authorization },
  });
  await answer.body?.cancel();
  if (answer.status >= 400) {
    throw new QueryError('remote', 502, 'downstream', `the remote system answers ${answer.status}`);
  }
}

async function checkHealth(instance: TestInstance): Promise<Health> {
  if (instance.greeting === 'stuck') {
    return new Promise(() => {});
  }
  return instance.greeting === ''
    ? { status: 'error', message: 'jsonData has no greeting' }
    : { status: 'ok', message: instance.greeting, details: { verboseMessage: 'all is well' } };
}

function resources(router: Router<TestInstance>): void {
  router.route('GET', 'columns', () => ({ kind: 'json', value: { columns: ['age', 'size'] } }));
  router.route('GET', 'columns/:column', (_instance, { params }) => {
    throw new QueryError('column', 404, 'downstream', `no column ${params.get('column') ?? ''}`);
  });
  router.route('POST', 'echo', (_instance, request) => ({ kind: 'json', value: request.json() }));
  router.route('GET', 'query', (_instance, { query }) => ({ kind: 'json', value: [...query] }));
  router.route('DELETE', 'echo', () => ({ kind: 'empty' }));
  router.route('GET', 'throw', () => {
    throw new TypeError('a fault in a resource handler');
  });
  router.route('GET', 'crash', async () => {
    setTimeout(() => {
      throw new Error('nobody catches this');
    }, 10);
    return { kind: 'empty' };
  });
  router.route('GET', 'reject', async () => {
    setTimeout(() => void Promise.reject(new Error('nobody catches this')), 10);
    return { kind: 'empty' };
  });
  router.route('GET', 'print', () => {
    // eslint-disable-next-line no-console -- what a careless library does
    console.log('printed to the console');
    process.stdout.write('printed to stdout\n');
    process.stderr.write('printed to stderr\n');
    process.emitWarning('a warning of Node');
    new Worker('console.log("printed in a worker")', { eval: true });
    return { kind: 'empty' };
  });
  router.route('GET', 'stream', () => ({ kind: 'bytes', contentType: 'text/plain', body: parts() }));
  router.route('GET', 'large', () => ({
    kind: 'bytes',
    contentType: 'application/octet-stream',
    body: new Uint8Array(5 * 2 ** 20),
  }));
}

async function* parts(): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < 3; part++) {
    yield new TextEncoder().encode(`part ${part}\n`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** A plugin that does, and fails at, everything the protocol knows. */
export const testPlugin: PluginDefinition<TestInstance> = {
  pluginId: 'sdk-test-datasource',
  createInstance,
  queryData,
  checkHealth,
  // One that cannot be closed must not keep the process.
  disposeInstance: ({ greeting }) => (greeting === 'keep' ? new Promise(() => {}) : undefined),
  resources,
};
