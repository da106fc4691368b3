import type { sendUnaryData } from '@grpc/grpc-js';

import type { CallScope } from './call-scope.ts';

/**
 * Sends the answer of a unary call when it is there.
 *
 * @param answer never rejects
 */
export function answerWhenDone<T>(answer: Promise<T>, scope: CallScope, reply: sendUnaryData<T>): void {
  void answer.then((message) => {
    // Before the reply, which makes grpc-js emit `cancelled` (real-grafana P4).
    scope.end();
    reply(null, message);
  });
}
