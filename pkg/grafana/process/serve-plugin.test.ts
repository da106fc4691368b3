import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

import { ConnectionCalls } from '../client/calls.ts';
import { addressOf, grafanaEnvironment } from '../client/plugin-process.ts';
import {
  executable,
  executableArgs,
  type StartedTestPlugin,
  startTestPlugin,
  type TestStart,
} from '../testing/plugin-executable.ts';
import { Connection } from '../client/rpc.ts';
import { useScratch } from '../testing/scratch.ts';
import { until } from '../testing/until.ts';

// A guard against hanging, not a measure: on a busy machine a start alone may take seconds.
jest.setTimeout(60_000);

const settings = { jsonData: { greeting: 'hello' }, secureJsonData: { token: 'correct-horse' } };
const stuck = { refId: 'A', model: { kind: 'stuck' }, fromMs: 0, toMs: 1 };
const scratch = useScratch();

/** Every plugin that a test starts has ended when the test has. */
const started: StartedTestPlugin[] = [];
async function start(options: TestStart = {}): Promise<StartedTestPlugin> {
  const plugin = await startTestPlugin(options);
  started.push(plugin);
  return plugin;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ client }) => client.shutdown()));
});

function socketOf({ client }: StartedTestPlugin): string {
  return addressOf(client.handshake).replace(/^unix:/, '');
}

/** Runs the plugin to its end without a host. */
async function run(env: Record<string, string>) {
  const child = spawn(executable, executableArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
}

describe('start', () => {
  it('prints a handshake and listens in a directory that only its owner can enter', async () => {
    const plugin = await start();
    expect(plugin.client.handshake).toMatch(/^1\|2\|unix\|\/[^|]+\|grpc$/);
    expect(statSync(dirname(socketOf(plugin))).mode & 0o777).toBe(0o700);
    expect(await plugin.client.checkHealth({ settings })).toMatchObject({ status: 'ok' });
  });

  it.each([{}, { grafana_plugin_type: 'wrong' }])(
    'refuses the environment %j with a hint, and says nothing to a host',
    async (env) => {
      expect(await run(env)).toEqual({
        code: 1,
        stdout: '',
        stderr:
          '[ERROR] This is a Grafana plugin. Grafana starts it by itself: put its folder into the plugin directory and restart Grafana.\n',
      });
    }
  );

  it('refuses a limit that is none', async () => {
    expect(await run({ ...grafanaEnvironment, GF_PLUGIN_LIMITS: '{"parentPollMs":-1}' })).toEqual({
      code: 1,
      stdout: '',
      stderr: '[ERROR] parentPollMs is -1: give a positive number or leave it out\n',
    });
  });

  it('refuses a host of another protocol', async () => {
    expect(await run({ ...grafanaEnvironment, PLUGIN_PROTOCOL_VERSIONS: '3' })).toEqual({
      code: 1,
      stdout: '',
      stderr: '[ERROR] the host speaks plugin protocol 3, this plugin 2: update one\n',
    });
  });

  it.each<[string, (base: string) => string, boolean]>([
    ['a good one', (base) => base, true],
    ['one with spaces', (base) => `${base}/with two spaces`, true],
    ['one that is missing', (base) => `${base}/missing`, false],
    ['a file', (base) => `${base}/file`, false],
    ['a file system that cannot be written', () => '/proc', false],
    ['one whose path is too long', (base) => `${base}/${'long'.repeat(30)}`, false],
  ])('in the socket directory of the host: %s', async (_name, directoryOf, isUsed) => {
    const directory = directoryOf(scratch());
    if (directory.includes('file')) {
      writeFileSync(directory, '');
    } else if (!directory.includes('missing') && directory !== '/proc') {
      mkdirSync(directory, { recursive: true });
    }
    const plugin = await start({ env: { PLUGIN_UNIX_SOCKET_DIR: directory } });
    expect(socketOf(plugin).startsWith(`${directory}/`)).toBe(isUsed);
    expect(await plugin.client.checkHealth({ settings })).toMatchObject({ status: 'ok' });
  });
});

describe('life', () => {
  it('ends with code 0 at Shutdown, with queries in flight, and leaves nothing behind', async () => {
    const plugin = await start({ env: { PLUGIN_UNIX_SOCKET_DIR: scratch() } });
    const calls = Array.from({ length: 20 }, () => plugin.client.queryData([stuck], { settings }).catch(() => null));
    await until(() => plugin.log.filter((line) => line.includes('"@message":"stuck"')).length === 20);
    expect(await plugin.client.shutdown()).toEqual({ code: 0, signal: null });
    await Promise.all(calls);
    expect(readdirSync(scratch())).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGHUP'])('ignores SIGINT and ends with code 0 at %s', async (signal) => {
    const plugin = await start({ env: { PLUGIN_UNIX_SOCKET_DIR: scratch() } });
    for (let i = 0; i < 3; i++) {
      process.kill(plugin.client.pid, 'SIGINT');
    }
    expect(await plugin.client.checkHealth({ settings })).toMatchObject({ status: 'ok' });
    process.kill(plugin.client.pid, signal);
    expect(await plugin.client.exited).toEqual({ code: 0, signal: null });
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('ends in time although an instance cannot be disposed of', async () => {
    const plugin = await start({ limits: { stopTimeoutMs: 300 } });
    await plugin.client.checkHealth({ settings: { jsonData: { greeting: 'keep' } } });
    process.kill(plugin.client.pid, 'SIGTERM');
    expect(await plugin.client.exited).toEqual({ code: 0, signal: null });
  });

  it('ends when its parent dies', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, JSON.parse(process.argv[1]), { stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', (line) => console.log(child.pid + ' ' + line));
    `;
    const env = { ...grafanaEnvironment, PLUGIN_UNIX_SOCKET_DIR: scratch(), GF_PLUGIN_LIMITS: '{"parentPollMs":50}' };
    const parent = spawn(process.execPath, ['-e', script, JSON.stringify(executableArgs)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(String(line).split(' ')[0]);
    expect(readdirSync(scratch())).toHaveLength(1);
    parent.kill('SIGKILL');
    // Its socket directory is the last thing that an orderly end removes.
    await until(() => !existsSync(`/proc/${pid}`) || readdirSync(scratch()).length === 0);
    await until(() => readdirSync(scratch()).length === 0);
  });

  it('serves on after its host has dropped the connection and made another', async () => {
    const plugin = await start();
    for (let i = 0; i < 3; i++) {
      const connection = new Connection(addressOf(plugin.client.handshake));
      expect(await new ConnectionCalls(connection, 'p').checkHealth({ settings })).toMatchObject({ status: 'ok' });
      connection.close();
    }
  });
});

/** What a line of the log says; fails when the host could not read it. */
function record(line: string): Record<string, unknown> {
  const parsed = JSON.parse(line) as Record<string, unknown>;
  expect(['trace', 'debug', 'info', 'warn', 'error']).toContain(parsed['@level']);
  expect(typeof parsed['@message']).toBe('string');
  expect(parsed['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  expect(Buffer.byteLength(line)).toBeLessThan(60 * 1024);
  return parsed;
}

describe('output', () => {
  it('logs what others print, and prints nothing after the handshake', async () => {
    const { client, log, stray } = await start();
    await client.callResource({ path: 'print' }, { settings });
    await until(() => log.some((line) => line.includes('in a worker')));
    await client.shutdown();
    expect(stray).toEqual([]);
    const said = log.map(record).map((line) => [line['@level'], line['@message'], line['stream'] ?? line['warning']]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['info', 'printed to the console', undefined],
        ['warn', 'printed to stdout', 'stdout'],
        ['warn', 'printed to stderr', 'stderr'],
        ['warn', 'a warning of Node', 'Warning'],
        ['warn', 'printed in a worker', 'stdout'],
      ])
    );
  });

  it.each([
    ['an exception', 'crash', 'uncaught exception'],
    ['a rejection', 'reject', 'unhandled rejection'],
  ])('ends after %s that nobody catches with one record of it, and no raw stack', async (_name, path, message) => {
    const { client, log } = await start({ env: { PLUGIN_UNIX_SOCKET_DIR: scratch() } });
    // The answer and the end of the process are in a race.
    await client.callResource({ path }, { settings }).catch(() => null);
    expect(await client.exited).toEqual({ code: 1, signal: null });
    const errors = log.map(record).filter((line) => line['@level'] === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      '@message': message,
      error: expect.stringMatching(/^Error: nobody catches this\n {4}at /) as unknown,
    });
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('goes on after a handler failed', async () => {
    const { client, log } = await start();
    const query = { refId: 'A', model: { kind: 'fault' }, fromMs: 0, toMs: 1 };
    expect((await client.queryData([query], { settings })).get('A')).toMatchObject({ status: 500 });
    expect((await client.callResource({ path: 'throw' }, { settings })).status).toBe(500);
    expect(await client.checkHealth({ settings })).toMatchObject({ status: 'ok' });
    log.forEach(record);
  });

  it('says no secret, cookie or token, whatever fails', async () => {
    const { client, log } = await start();
    const headers = {
      Authorization: 'Bearer token-of-the-user',
      Cookie: 'grafana_session=cookie-of-the-user',
      'http_X-Grafana-Id': 'jwt-of-the-user',
    };
    const answers = await client.queryData(
      ['fault', 'leak', 'no-such'].map((kind) => ({ refId: kind, model: { kind }, fromMs: 0, toMs: 1 })),
      { settings, headers }
    );
    expect(answers.get('leak')).toMatchObject({ status: 400, error: '[redacted] Bearer [redacted] [redacted]' });
    const bad = { ...settings, jsonData: { greeting: 'throw' } };
    await client.checkHealth({ settings: bad, headers });
    await client.shutdown();
    const said = JSON.stringify([log, [...answers]]);
    for (const secret of ['correct-horse', 'token-of-the-user', 'cookie-of-the-user', 'jwt-of-the-user']) {
      expect(said).not.toContain(secret);
    }
    expect(log.filter((line) => line.includes('[redacted]')).length).toBeGreaterThan(1);
  });

  it('ends when the reader of its log has gone for good, and leaves nothing behind', async () => {
    const env = { ...grafanaEnvironment, PLUGIN_UNIX_SOCKET_DIR: scratch() };
    const child = spawn(executable, executableArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const connection = new Connection(addressOf(String(line).trim()));
    child.stderr.destroy();
    const query = { refId: 'A', model: { kind: 'fault' }, fromMs: 0, toMs: 1 };
    await new ConnectionCalls(connection, 'p').queryData([query], { settings }).catch(() => null);
    expect(await ended).toEqual([1, null]);
    connection.close();
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('answers while nobody reads its log, and drops lines rather than grow', async () => {
    const env = { ...grafanaEnvironment, GF_PLUGIN_LIMITS: '{"maxLogBufferBytes":20000}' };
    const child = spawn(executable, executableArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const connection = new Connection(addressOf(String(line).trim()));
    const calls = new ConnectionCalls(connection, 'p');
    const dropped = async () =>
      Number(/^grafana_plugin_log_lines_dropped (\d+)$/m.exec(await calls.collectMetrics())?.[1]);
    const query = { refId: 'A', model: { kind: 'fault' }, fromMs: 0, toMs: 1 };
    await until(async () => {
      await Promise.all(Array.from({ length: 100 }, () => calls.queryData([query], { settings })));
      return (await dropped()) > 100;
    });
    const reading = text(child.stderr);
    child.kill('SIGTERM');
    connection.close();
    const lines = (await reading).trimEnd().split('\n');
    expect(
      lines.map(record).some((each) => each['@message'] === 'log lines were dropped because nobody read them')
    ).toBe(true);
  });
});
