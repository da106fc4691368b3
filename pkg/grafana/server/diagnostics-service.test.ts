import { create } from '@bufbuild/protobuf';

import { Gauge } from 'prom-client';

import type { PluginDefinition } from '../definition.ts';
import { CheckHealthRequestSchema, Diagnostics } from '../gen/backend_pb.js';
import { type ServedPlugin, serveInProcess } from '../testing/serve-in-process.ts';
import { testPlugin } from '../testing/test-plugin.ts';

describe('CheckHealth', () => {
  let served: ServedPlugin;
  beforeAll(async () => {
    served = await serveInProcess(testPlugin, { healthTimeoutMs: 50 });
  });
  afterAll(() => served.stop());

  it.each([
    ['good settings', { greeting: 'hello' }, 'ok', 'hello', { verboseMessage: 'all is well' }],
    ['settings that lack something', {}, 'error', 'jsonData has no greeting', null],
    ['a check that never ends', { greeting: 'stuck' }, 'error', 'no answer within 50 ms', null],
    [
      'an instance that cannot be made',
      { greeting: 'throw' },
      'error',
      "an internal error; its details are in the log of Grafana's server",
      null,
    ],
    [
      'jsonData that are no object',
      [1],
      'error',
      'the settings (jsonData) are not a JSON object: save them again',
      null,
    ],
  ])('answers with %s', async (_name, jsonData, status, message, details) => {
    expect(await served.calls.checkHealth({ settings: { jsonData } })).toEqual({ status, message, details });
  });

  it('answers a call without any context', async () => {
    const response = await served.connection.unary(Diagnostics.method.checkHealth, create(CheckHealthRequestSchema));
    expect(response.message).toBe('the call carries no settings: ask through a data source or an app');
  });

  it('says something when the plugin says nothing, and answers when its details cannot be written', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const definition = (details?: object): PluginDefinition<null> => ({
      pluginId: 'p',
      createInstance: () => null,
      queryData: async () => [],
      // What a caller in JavaScript could give.
      checkHealth: async () => ({ status: 'ok', message: '', ...(details && { details: details as never }) }),
    });
    const quiet = await serveInProcess(definition());
    expect(await quiet.calls.checkHealth()).toEqual({ status: 'ok', message: 'ok', details: null });
    await quiet.stop();
    const broken = await serveInProcess(definition(circle));
    expect(await broken.calls.checkHealth()).toMatchObject({ status: 'error' });
    await broken.stop();
  });
});

describe('the limits of metrics and of log lines', () => {
  it('give no metrics rather than no answer, and no long line', async () => {
    const served = await serveInProcess(
      {
        ...testPlugin,
        metrics: (registry) => {
          const collect = () => new Promise<void>(() => {});
          new Gauge({ name: 'stuck', help: 'never ends', registers: [registry], collect });
        },
      },
      { metricsTimeoutMs: 50, maxLogLineBytes: 200 }
    );
    expect(await served.calls.collectMetrics()).toBe('');
    expect(served.lines).toMatchObject([
      { '@level': 'warn', '@message': 'call failed', error: 'no answer within 50 ms' },
    ]);
    await served.calls.callResource({ path: 'throw' }, { settings: { jsonData: { greeting: 'hello' } } });
    expect(served.lines.map((line) => JSON.stringify(line).length).filter((length) => length > 200)).toEqual([]);
    await served.stop();
  });
});

describe('logAnswers', () => {
  it.each([
    [false, []],
    [true, [{ '@level': 'debug', '@message': 'call answered', endpoint: 'checkHealth', outcome: 'ok' }]],
  ])('%p', async (logAnswers, lines) => {
    const served = await serveInProcess(testPlugin, { logAnswers });
    await served.calls.checkHealth({ settings: { jsonData: { greeting: 'hello' } } });
    expect(served.lines).toMatchObject(lines);
    await served.stop();
  });
});

describe('CollectMetrics', () => {
  let served: ServedPlugin;
  beforeAll(async () => {
    served = await serveInProcess({
      ...testPlugin,
      metrics: (registry) => {
        new Gauge({ name: 'of_the_plugin', help: 'its own', registers: [registry] }).set(7);
      },
    });
  });
  afterAll(() => served.stop());

  it('is Prometheus text about the process, the calls and what the plugin adds', async () => {
    await served.calls.checkHealth({ settings: { jsonData: { greeting: 'hello' } } });
    const lines = (await served.calls.collectMetrics()).split('\n');
    for (const line of lines) {
      // prom-client writes Nan; the reader of numbers in Go takes it in any case.
      expect(line).toMatch(/^$|^# (HELP|TYPE) |^[a-z_0-9]+(\{[^{}]*\})? ([-+0-9.eE]+|Nan|\+Inf)$/);
    }
    const names = new Set(lines.map((line) => /^[a-z_0-9]+/.exec(line)?.[0]));
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_seconds',
      'grafana_plugin_request_duration_seconds_bucket',
      'grafana_plugin_log_lines_dropped',
    ]) {
      expect(names).toContain(name);
    }
    expect(lines).toContain('grafana_plugin_requests_total{endpoint="checkHealth",outcome="ok"} 1');
    expect(lines).toContain('of_the_plugin 7');
  });
});
