import { create } from '@bufbuild/protobuf';
import { status } from '@grpc/grpc-js';

import { EmptySchema, GRPCController } from '../gen/controller_pb.js';
import {
  Health,
  HealthCheckResponse_ServingStatus as ServingStatus,
  HealthCheckResponseSchema,
} from '../gen/health_pb.js';
import { bindService, type BoundService } from './grpc-service.ts';

/** go-plugin asks for the first, other clients for the second: the server as a whole. */
const services: ReadonlySet<string> = new Set(['plugin', '']);

/** gRPC's own health service: the process serves. What the data sources say is CheckHealth. */
export function healthService(stopping: AbortSignal): BoundService {
  const now = () => (stopping.aborted ? ServingStatus.NOT_SERVING : ServingStatus.SERVING);
  return bindService(Health, {
    check(call, reply) {
      if (services.has(call.request.service)) {
        reply(null, create(HealthCheckResponseSchema, { status: now() }));
      } else {
        reply({ code: status.NOT_FOUND, details: 'unknown service' });
      }
    },
    // The stream stays open; an unknown service may appear later, as far as the protocol is concerned.
    watch(call) {
      const isKnown = services.has(call.request.service);
      const tell = () =>
        call.write(create(HealthCheckResponseSchema, { status: isKnown ? now() : ServingStatus.SERVICE_UNKNOWN }));
      tell();
      const stop = () => {
        tell();
        call.end();
      };
      stopping.addEventListener('abort', stop, { once: true });
      call.on('cancelled', () => stopping.removeEventListener('abort', stop));
    },
  });
}

/** The host's request to stop. It is answered first: the connection ends with the process. */
export function controllerService(onShutdown: () => void): BoundService {
  return bindService(GRPCController, {
    shutdown(_call, reply) {
      reply(null, create(EmptySchema));
      setImmediate(onShutdown);
    },
  });
}
