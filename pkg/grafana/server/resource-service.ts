import type { Call } from '../call.ts';
import { type CallResourceRequest, Resource } from '../gen/backend_pb.js';
import { ForwardedHeaders } from '../headers.ts';
import { pathSegments } from '../resource/path.ts';
import { Reply, type ResourceStream } from '../resource/reply.ts';
import { resourceRequest } from '../resource/request.ts';
import type { ResourceAnswer } from '../resource/resource.ts';
import { RouteTable } from '../resource/route-table.ts';
import { bindService, type BoundService } from './grpc-service.ts';
import type { PluginHost } from './plugin-host.ts';

const endpoint = 'callResource';

/** CallResource: an HTTP request to the plugin's routes, answered in one or several messages. */
export function resourceService<Instance>(host: PluginHost<Instance>): BoundService {
  const routes = new RouteTable<Instance>();
  host.definition.resources?.(routes);
  return bindService(Resource, {
    callResource(stream) {
      const { request } = stream;
      const headers = new ForwardedHeaders(headerPairs(request));
      const scope = host.open(stream, request.pluginContext, headers, endpoint, host.limits.resourceTimeoutMs);
      void serve(host, routes, stream, scope.call, headers).finally(() => scope.end());
    },
  });
}

function headerPairs({ headers }: CallResourceRequest): [string, string][] {
  return Object.entries(headers).map(([name, { values }]) => [name, values.join(', ')]);
}

/** Never rejects. */
async function serve<Instance>(
  host: PluginHost<Instance>,
  routes: RouteTable<Instance>,
  stream: ResourceStream,
  call: Call,
  headers: ForwardedHeaders
): Promise<void> {
  const startedMs = performance.now();
  const reply = new Reply(stream);
  try {
    await answer(host, routes, stream.request, reply, call, headers);
    reply.end();
    host.count(call, endpoint, 'ok', startedMs);
  } catch (error) {
    const failure = host.failure(error, call);
    host.count(call, endpoint, failure.status === 499 ? 'cancelled' : 'error', startedMs);
    if (reply.hasBegun || failure.status === 499) {
      reply.breakOff(failure.text);
    } else {
      await reply.sendShort(problem(failure.status, failure.text));
      reply.end();
    }
  }
}

async function answer<Instance>(
  host: PluginHost<Instance>,
  routes: RouteTable<Instance>,
  request: CallResourceRequest,
  reply: Reply,
  call: Call,
  headers: ForwardedHeaders
): Promise<void> {
  const segments = pathSegments(request.path);
  const match = routes.match(request.method, segments);
  switch (match.kind) {
    case 'no-path':
      await reply.sendShort(problem(404, 'there is nothing at this path'));
      return;
    case 'no-method':
      await reply.sendShort(noMethod(match.allowed));
      return;
    case 'found':
      await host.withInstance(request.pluginContext, call, async (instance) => {
        const parsed = resourceRequest(request, match.method, segments, match.params, headers);
        await reply.send(await match.handler(instance, parsed, call), call.signal);
      });
  }
}

function noMethod(allowed: readonly string[]): ResourceAnswer {
  const list = allowed.join(', ');
  return { ...problem(405, `this path answers ${list} only`), headers: { Allow: list } };
}

/** The form of an error that Grafana's front end shows. */
function problem(code: number, message: string): ResourceAnswer {
  return { kind: 'json', status: code, value: { message } };
}
