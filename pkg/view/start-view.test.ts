import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import type { PluginClient } from '../grafana/index.ts';
import { startView } from './start-view.ts';
import type { View, ViewOptions } from './view-options.ts';

const token = 'a-token-for-this-test';
let folder: string;
let view: View;
let stopped = 0;

/** A plugin that says what it was asked; the real one is asked in tests/browser. */
const asked: object[] = [];
const client = {
  async checkHealth(options: object) {
    asked.push(options);
    return { status: 'ok', message: 'all is well', details: null };
  },
} as unknown as PluginClient;

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function optionsFor(change: Partial<ViewOptions> = {}): ViewOptions {
  return {
    pageFolder: join(folder, 'page'),
    pluginFolders: [join(folder, 'app'), join(folder, 'app', 'source')],
    backEnd: {
      client: async () => client,
      stop: async () => {
        stopped++;
      },
    },
    dataSource: { uid: 'view', name: 'a store', type: 'example-source', jsonData: { store: 'x' } },
    dashboardFile: join(folder, 'dashboard.json'),
    theme: 'light',
    facts: { place: 'a </script> store' },
    token,
    maxBodyBytes: 100,
    ...change,
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'driftglass-view-'));
  write('secret.json', '{"secret":true}');
  write('dashboard.json', '{"title":"A dashboard","panels":[]}');
  write('page/index.html', '<title>page</title>');
  write('page/main.js', 'main');
  write('page/public/fonts/a.woff2', 'font');
  write('page/.hidden.js', 'hidden');
  write('app/plugin.json', '{"id":"example-app","name":"App","type":"app","info":{"version":"1"}}');
  write('app/module.js', 'app');
  write('app/source/plugin.json', '{"id":"example-source","name":"Source","type":"datasource","info":{"version":"1"}}');
  write('app/source/module.js', 'source');
  write('app/source/gpx_example', 'binary');
  view = await startView(optionsFor());
});

afterAll(async () => {
  await view.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
}

/** Sends the path as it is; `fetch` would tidy it. */
function ask(path: string, { headers = {}, method = 'GET', body }: Asked = {}) {
  const cookie = `driftglass-view-${view.port}=${token}`;
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: view.port, path, method, headers: { cookie, ...headers } };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

describe('who is let in', () => {
  test('the token leads to a cookie and out of the address', async () => {
    const { status, headers } = await ask(`/?theme=dark&token=${token}`, { headers: { cookie: '' } });
    expect([status, headers['location']]).toEqual([303, '/?theme=dark']);
    expect(headers['set-cookie']).toEqual([`driftglass-view-${view.port}=${token}; Path=/; HttpOnly; SameSite=Lax`]);
    expect(view.url).toBe(`http://127.0.0.1:${view.port}/?token=${token}`);
  });

  test.each([
    ['no cookie', '/', { cookie: '' }],
    ['another token', '/?token=another', { cookie: '' }],
    ['a cookie of another token', '/boot.js', { cookie: 'driftglass-view-1=x' }],
    ['the API without a cookie', '/api/datasources/uid/view/health', { cookie: '' }],
  ])('%s: 401', async (_, path, headers) => {
    const { status, text } = await ask(path, { headers });
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      message: 'Open the address that "driftglass view" printed: it contains the token.',
    });
  });

  test.each([
    ['another host, as after DNS rebinding', '/', { host: 'evil.example' }],
    ['another port', '/', { host: '127.0.0.1:1' }],
    ['a page of another site', '/api/datasources/uid/view/health', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', '/boot.js', { 'sec-fetch-site': 'same-site' }],
  ])('%s: 403', async (_, path, headers) => {
    expect((await ask(path, { headers })).status).toBe(403);
  });
});

describe('files', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<title>page</title>'],
    ['/main.js?x=1', 'text/javascript; charset=utf-8', 'main'],
    ['/public/fonts/a.woff2', 'font/woff2', 'font'],
    ['/public/plugins/example-app/module.js?_cache=1', 'text/javascript; charset=utf-8', 'app'],
    ['/public/plugins/example-source/module.js', 'text/javascript; charset=utf-8', 'source'],
  ])('%s', async (path, type, text) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, type, text]);
  });

  test.each([
    '/none.js',
    '/public/plugins/none/module.js',
    '/public/plugins/example-source/none.js',
    '/public/plugins/example-source/gpx_example',
    '/public/plugins/example-source/../plugin.json/../../secret.json',
    '/public/plugins/example-source/..%2f..%2fsecret.json',
    '/public/plugins/example-source/%2e%2e/%2e%2e/secret.json',
    '/public/plugins/example-source/..%5c..%5csecret.json',
    '/public/plugins/example-source//etc/x.json',
    '/public/..%2fsecret.json',
    '/..%2f..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/..%00/secret.json',
    '/.hidden.js',
    '/%.js',
    '/toString',
    '//127.0.0.1/secret.json',
  ])('%s is not found', async (path) => {
    const { status, text } = await ask(path);
    expect([status, text.includes('secret":true')]).toEqual([404, false]);
  });

  test('an icon that the package lacks is a neutral one', async () => {
    const { status, headers, text } = await ask('/public/build/img/icons/unicons/none.svg');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(text).toContain('<svg');
  });

  test('files are only read', async () => {
    expect((await ask('/main.js', { method: 'POST' })).status).toBe(405);
    expect(await ask('/main.js', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  test('every answer forbids what is foreign', async () => {
    const { headers } = await ask('/');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self' 'unsafe-eval'; /);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('boot.js', () => {
  async function boot() {
    const { text } = await ask('/boot.js');
    const page: { driftglassView?: Record<string, unknown>; grafanaBootData?: { user: object } } = {};
    runInNewContext(text, { window: page });
    return page;
  }

  test('says what the page shows', async () => {
    const { driftglassView, grafanaBootData } = await boot();
    expect(driftglassView).toMatchObject({
      theme: 'light',
      dashboard: { title: 'A dashboard' },
      dataSource: { uid: 'view', name: 'a store', jsonData: { store: 'x' } },
      facts: { place: 'a </script> store' },
      plugins: [
        { id: 'example-app', module: 'public/plugins/example-app/module.js' },
        { id: 'example-source', module: 'public/plugins/example-source/module.js', type: 'datasource' },
      ],
    });
    expect(grafanaBootData?.user).toMatchObject({ theme: 'light', lightTheme: true });
  });

  test('reads the dashboard anew, and says when it cannot', async () => {
    write('dashboard.json', '{"title":"Another","panels":[]}');
    expect((await boot()).driftglassView).toMatchObject({ dashboard: { title: 'Another' } });
    write('dashboard.json', '{');
    expect(await ask('/boot.js')).toMatchObject({ status: 500, text: expect.stringContaining('JSON') as unknown });
  });
});

test('the API asks the back end in the name of the data source, as a viewer', async () => {
  const { status, text } = await ask('/api/datasources/uid/view/health');
  expect([status, JSON.parse(text)]).toEqual([200, { status: 'OK', message: 'all is well' }]);
  expect(asked.at(-1)).toMatchObject({ role: 'Viewer', settings: { uid: 'view', jsonData: { store: 'x' } } });
});

test.each([
  ['too long', {}, 101],
  ['of a length that is not told', { 'transfer-encoding': 'chunked' }, 1],
])('a body %s is refused', async (_, headers, length) => {
  const { cookie } = { cookie: `driftglass-view-${view.port}=${token}` };
  const body = 'x'.repeat(length);
  const { status, text } = await ask('/api/ds/query', { method: 'POST', headers: { cookie, ...headers }, body });
  const message = 'the body is longer than 100 bytes, or its length is not told';
  expect([status, JSON.parse(text)]).toEqual([413, { message }]);
  expect((await ask('/api/ds/query', { method: 'POST', body: 'x'.repeat(100) })).status).toBe(400);
});

describe('startView', () => {
  test('says which page or plugin is not built', async () => {
    await expect(startView(optionsFor({ pageFolder: folder }))).rejects.toMatchObject({
      code: 'not-built',
      message: `${folder} holds no built page. Remedy: npm run view -- DIR builds it`,
    });
    await expect(startView(optionsFor({ pluginFolders: [folder] }))).rejects.toMatchObject({
      code: 'not-built',
      message: `${folder} holds no built plugin. Remedy: npm run build`,
    });
  });

  test('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startView(optionsFor({ port }))).rejects.toMatchObject({
      code: 'port',
      message: `port ${port} of 127.0.0.1 cannot be listened on. Remedy: choose another with --port`,
    });
    other.close();
  });

  test('a token of its own where none is given, and the back end ends with it', async () => {
    const own = await startView({ ...optionsFor(), token: undefined as unknown as string });
    expect(own.url).toMatch(/\?token=[\w-]{43}$/);
    const before = stopped;
    await own.close();
    expect(stopped).toBe(before + 1);
    await expect(fetch(own.url)).rejects.toThrow();
  });
});
