import { create } from '@bufbuild/protobuf';
import { type ServiceError, status } from '@grpc/grpc-js';

import { CheckHealthRequestSchema, Diagnostics } from '../gen/backend_pb.js';
import { EmptySchema, GRPCController } from '../gen/controller_pb.js';
import {
  Health,
  HealthCheckRequestSchema,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '../gen/health_pb.js';
import { type ServedPlugin, serveInProcess } from '../testing/serve-in-process.ts';
import { testPlugin } from '../testing/test-plugin.ts';
import { until } from '../testing/until.ts';

const settings = { jsonData: { greeting: 'hello' } };
const stuck = { refId: 'A', model: { kind: 'stuck' }, fromMs: 0, toMs: 1 };

/** The gRPC status with which a call failed. */
async function statusOf(call: Promise<unknown>): Promise<status> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason
  );
  // The client wraps grpc-js' errors.
  const cause = error instanceof Error ? (error.cause as ServiceError) : null;
  return cause?.code ?? status.OK;
}

describe('PluginServer', () => {
  let served: ServedPlugin;
  beforeEach(async () => {
    served = await serveInProcess(testPlugin);
  });
  afterEach(() => served.stop());

  it.each(['plugin', ''])('serves, says the health service of %j', async (service) => {
    const request = create(HealthCheckRequestSchema, { service });
    const response = await served.connection.unary(Health.method.check, request);
    expect(response.status).toBe(ServingStatus.SERVING);
  });

  it('does not know other services', async () => {
    const request = create(HealthCheckRequestSchema, { service: 'no.such.Service' });
    expect(await statusOf(served.connection.unary(Health.method.check, request))).toBe(status.NOT_FOUND);
  });

  it('tells those who watch that it stops', async () => {
    const seen: ServingStatus[] = [];
    const watch = (service: string) =>
      served.connection.stream(Health.method.watch, create(HealthCheckRequestSchema, { service }), (message) =>
        seen.push(message.status)
      );
    const watches = Promise.allSettled([watch('plugin'), watch('other')]);
    await until(() => seen.length === 2);
    expect(seen.sort()).toEqual([ServingStatus.SERVING, ServingStatus.SERVICE_UNKNOWN]);
    await served.stopServer();
    await watches;
    expect(seen).toContain(ServingStatus.NOT_SERVING);
  });

  it.each([
    '/pluginv2.Data/NoSuchMethod',
    '/pluginv2.Data/QueryChunkedData',
    '/pluginv2.Stream/RunStream',
    '/pluginv2.NoSuchService/Call',
    '/plugin.GRPCStdio/StreamStdio',
    '/plugin.GRPCBroker/StartStream',
    '/grafana.plugin.v3.Admission/Validate',
  ])('does not implement %s, and goes on', async (path) => {
    const [, service = '', name = ''] = path.split('/');
    const method = { ...GRPCController.method.shutdown, name, parent: { ...GRPCController, typeName: service } };
    expect(await statusOf(served.connection.unary(method, create(EmptySchema)))).toBe(status.UNIMPLEMENTED);
    expect((await served.calls.checkHealth({ settings })).status).toBe('ok');
  });

  it('answers Shutdown', async () => {
    await expect(served.connection.unary(GRPCController.method.shutdown, create(EmptySchema))).resolves.toMatchObject(
      {}
    );
  });

  it('answers the calls that run when it stops, and takes no more', async () => {
    const calls = Array.from({ length: 20 }, () => served.calls.queryData([stuck], { settings }));
    await until(() => served.lines.filter((line) => line['@message'] === 'stuck').length === 20);
    const stopping = served.stopServer();
    for (const answers of await Promise.all(calls)) {
      expect(answers.get('A')).toMatchObject({
        status: 503,
        errorSource: 'plugin',
        error: 'the plugin is being stopped: try again',
      });
    }
    await stopping;
    const request = create(CheckHealthRequestSchema);
    const late = served.connection.unary(Diagnostics.method.checkHealth, request, { timeoutMs: 1_000 });
    expect([status.UNAVAILABLE, status.DEADLINE_EXCEEDED]).toContain(await statusOf(late));
  });

  it('answers 200 calls at once', async () => {
    const query = { refId: 'A', model: { kind: 'series' }, fromMs: 0, toMs: 1000, maxDataPoints: 10, intervalMs: 1 };
    const answers = await Promise.all(Array.from({ length: 200 }, () => served.calls.queryData([query], { settings })));
    expect(answers.every((each) => each.get('A')?.status === 200)).toBe(true);
  });
});
