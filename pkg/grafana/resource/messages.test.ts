import type { CallResourceResponse } from '../gen/backend_pb.js';
import { messagesOf } from './messages.ts';
import type { ResourceAnswer } from './resource.ts';

async function all(answer: ResourceAnswer): Promise<CallResourceResponse[]> {
  const messages: CallResourceResponse[] = [];
  for await (const message of messagesOf(answer)) {
    messages.push(message);
  }
  return messages;
}

async function* two(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(1);
  yield Uint8Array.of(2);
}

describe('messagesOf', () => {
  it('writes JSON with its type, undefined as null', async () => {
    const [message] = await all({ kind: 'json', value: { a: 'ü' }, status: 201, headers: { 'X-A': 'b' } });
    expect(message).toMatchObject({
      code: 201,
      headers: { 'Content-Type': { values: ['application/json'] }, 'X-A': { values: ['b'] } },
    });
    expect(new TextDecoder().decode(message?.body)).toBe('{"a":"ü"}');
    expect(new TextDecoder().decode((await all({ kind: 'json', value: undefined }))[0]?.body)).toBe('null');
  });

  it('always sends one message', async () => {
    expect(await all({ kind: 'empty' })).toMatchObject([{ code: 204, body: new Uint8Array() }]);
    expect(await all({ kind: 'bytes', contentType: 'a/b', body: new Uint8Array() })).toMatchObject([{ code: 200 }]);
  });

  it('cuts a large body into pieces, the code in the first', async () => {
    const body = new Uint8Array(2 * 2 ** 20 + 1).fill(7);
    const messages = await all({ kind: 'bytes', contentType: 'a/b', body });
    expect(messages.map((message) => [message.code, message.body.length])).toEqual([
      [200, 2 ** 20],
      [0, 2 ** 20],
      [0, 1],
    ]);
    expect(Buffer.concat(messages.map((message) => message.body)).equals(body)).toBe(true);
  });

  it('sends pieces as they come, after the code', async () => {
    const messages = await all({ kind: 'bytes', contentType: 'text/plain', body: two() });
    expect(messages.map((message) => [message.code, ...message.body])).toEqual([[200], [0, 1], [0, 2]]);
  });

  it.each([0, 99, 199, 600, 200.5, NaN])('refuses the status %p, at which Go panics', async (status) => {
    await expect(all({ kind: 'json', value: 1, status })).rejects.toMatchObject({
      code: 'route',
      message: `a resource call cannot answer with the status ${status}: use 200 to 599`,
    });
  });
});
