import type { DescMessage, DescMethodServerStreaming, DescMethodUnary, MessageShape } from '@bufbuild/protobuf';
import { type CallOptions as GrpcOptions, Client, credentials, Metadata } from '@grpc/grpc-js';

import { GrafanaError } from '../grafana-error.ts';
import { methodDefinition } from '../server/grpc-service.ts';
import type { CallOptions } from './plugin-client.ts';

/** A connection that is dialled as go-plugin dials it. */
export class Connection {
  readonly #client: Client;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure(), {
      // HTTP/2 refuses a socket's path as the authority; go-plugin sends this word.
      'grpc.default_authority': 'unused',
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
    });
  }

  /** @throws GrafanaError `call`, its cause grpc-js' error */
  async unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageShape<I>,
    options: CallOptions = {}
  ): Promise<MessageShape<O>> {
    options.signal?.throwIfAborted();
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    return new Promise((resolve, reject) => {
      const call = this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata(),
        grpcOptions(options),
        (error, response) => {
          if (error) {
            reject(callError(path, error));
          } else if (response) {
            resolve(response);
          }
        }
      );
      options.signal?.addEventListener('abort', () => call.cancel(), { once: true });
    });
  }

  /** All messages of a stream. @throws GrafanaError `call`, its cause grpc-js' error */
  async stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodServerStreaming<I, O>,
    request: MessageShape<I>,
    onMessage: (message: MessageShape<O>) => void,
    options: CallOptions = {}
  ): Promise<void> {
    options.signal?.throwIfAborted();
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    const call = this.#client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      new Metadata(),
      grpcOptions(options)
    );
    options.signal?.addEventListener('abort', () => call.cancel(), { once: true });
    await new Promise<void>((resolve, reject) => {
      call.on('data', onMessage);
      call.on('error', (error) => reject(callError(path, error)));
      call.on('end', resolve);
    });
  }

  close(): void {
    this.#client.close();
  }
}

function grpcOptions({ timeoutMs }: CallOptions): GrpcOptions {
  return timeoutMs === undefined ? {} : { deadline: Date.now() + timeoutMs };
}

function callError(path: string, cause: Error): GrafanaError {
  return new GrafanaError('call', `${path} failed: ${cause.message}`, { cause });
}
