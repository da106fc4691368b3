import type { Metadata } from '@grpc/grpc-js';

const w3c = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;
const jaeger = /^([0-9a-f]{1,32}):[0-9a-f]{1,16}:[0-9a-f]{1,16}:[0-9a-f]{1,2}$/;

/** The id of the host's trace from a call's metadata, 32 hexadecimal digits; null without one, or with a malformed one. */
export function traceIdOf(metadata: Metadata): string | null {
  const [traceparent] = metadata.get('traceparent');
  const [uber] = metadata.get('uber-trace-id');
  const id = w3c.exec(String(traceparent ?? ''))?.[1] ?? jaeger.exec(String(uber ?? ''))?.[1]?.padStart(32, '0');
  return id === undefined || /^0+$/.test(id) ? null : id;
}
