import { once } from 'node:events';

import { type ServerWritableStream, status } from '@grpc/grpc-js';

import type { CallResourceRequest, CallResourceResponse } from '../gen/backend_pb.js';
import { messagesOf } from './messages.ts';
import type { ResourceAnswer } from './resource.ts';

export type ResourceStream = ServerWritableStream<CallResourceRequest, CallResourceResponse>;

/** The answer to one resource call on its way to the host. */
export class Reply {
  readonly #stream: ResourceStream;
  #hasBegun = false;

  constructor(stream: ResourceStream) {
    this.#stream = stream;
  }

  /** Whether the code has been sent, so that no other answer can be given. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Sends the messages of an answer, waiting while the host does not read. @throws the signal's reason */
  async send(answer: ResourceAnswer, signal: AbortSignal): Promise<void> {
    for await (const message of messagesOf(answer)) {
      signal.throwIfAborted();
      this.#hasBegun = true;
      if (!this.#stream.write(message)) {
        await once(this.#stream, 'drain', { signal });
      }
    }
  }

  /** Sends an answer that is small enough not to wait for the host. */
  async sendShort(answer: ResourceAnswer): Promise<void> {
    for await (const message of messagesOf(answer)) {
      this.#hasBegun = true;
      this.#stream.write(message);
    }
  }

  end(): void {
    this.#stream.end();
  }

  /** Ends an answer that cannot be completed, so that nobody takes it for whole. */
  breakOff(details: string): void {
    this.#stream.emit('error', { code: status.ABORTED, details });
  }
}
