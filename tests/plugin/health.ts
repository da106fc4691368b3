import { Client, credentials } from '@grpc/grpc-js';

const asIs = (bytes: Buffer): Buffer => bytes;

/**
 * Asks the standard gRPC health service for the service `plugin`, as go-plugin's clients do. A program that prints its
 * handshake and cannot answer calls is found by this and by nothing earlier.
 *
 * @returns the status: 1 is SERVING (grpc.health.v1)
 */
export async function servingStatus(address: string): Promise<number | undefined> {
  // Node's HTTP/2 refuses a socket path as authority, which grpc-js would send.
  const client = new Client(address, credentials.createInsecure(), { 'grpc.default_authority': 'localhost' });
  try {
    const request = Buffer.from('\x0a\x06plugin', 'latin1');
    const answer = await new Promise<Buffer>((resolve, reject) => {
      const deadline = new Date(Date.now() + 10_000);
      client.makeUnaryRequest('/grpc.health.v1.Health/Check', asIs, asIs, request, { deadline }, (error, value) =>
        value === undefined ? reject(error ?? new Error('no answer')) : resolve(value)
      );
    });
    // Field 1, an enumeration: the byte 0x08 and its value.
    return answer[0] === 0x08 ? answer[1] : undefined;
  } finally {
    client.close();
  }
}
