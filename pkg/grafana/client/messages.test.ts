import { create } from '@bufbuild/protobuf';

import { CallResourceResponseSchema, CheckHealthResponseSchema, DataResponseSchema } from '../gen/backend_pb.js';
import { thrownBy } from '../testing/thrown-by.ts';
import { bodyBytes, contextOf, healthAnswer, queryAnswer, queryOf, resourceAnswer } from './messages.ts';

describe('what is sent', () => {
  it('fills a query in as Grafana does', () => {
    const query = queryOf({ refId: 'A', model: { kind: 'x', queryType: 'q', refId: 'Z' }, fromMs: 1, toMs: 2 });
    expect(query).toMatchObject({
      refId: 'A',
      queryType: 'q',
      maxDataPoints: 100n,
      intervalMS: 1000n,
      timeRange: { fromEpochMS: 1n, toEpochMS: 2n },
    });
    expect(JSON.parse(new TextDecoder().decode(query.json))).toEqual({
      kind: 'x',
      queryType: 'q',
      refId: 'A',
      maxDataPoints: 100,
      intervalMs: 1000,
    });
  });

  it('names a user and a data source even when the caller does not', () => {
    expect(contextOf('p', {})).toMatchObject({
      orgId: 1n,
      pluginId: 'p',
      user: { role: 'Viewer' },
      dataSourceInstanceSettings: { uid: 'client', jsonData: new TextEncoder().encode('{}') },
    });
  });

  it.each([
    [undefined, ''],
    [Uint8Array.of(65), 'A'],
    [{ a: 'ü' }, '{"a":"ü"}'],
    [[1], '[1]'],
  ])('sends the body %j', (body, text) => {
    expect(new TextDecoder().decode(bodyBytes(body))).toBe(text);
  });
});

describe('what comes back', () => {
  it('is refused where Grafana would fail', () => {
    const details = create(CheckHealthResponseSchema, { jsonDetails: new TextEncoder().encode('["a"]') });
    expect(thrownBy(() => healthAnswer(details))).toMatchObject({
      code: 'decode',
      message: 'the details of the health check are no JSON object: ["a"]',
    });
    expect(thrownBy(() => resourceAnswer([]))).toMatchObject({
      code: 'decode',
      message: 'the resource call was answered without any message',
    });
    const frames = create(DataResponseSchema, { frames: [Uint8Array.of(1, 2)] });
    expect(thrownBy(() => queryAnswer('A', frames))).toMatchObject({
      code: 'decode',
      message: expect.stringMatching(/^the answer to refId "A" cannot be read: the bytes are not a frame: /) as unknown,
    });
  });

  it('is a status that is none of ours when the plugin says so', () => {
    expect(healthAnswer(create(CheckHealthResponseSchema))).toEqual({ status: 'unknown', message: '', details: null });
  });

  it('is one body of several messages, with headers in lower case', () => {
    const answer = resourceAnswer([
      create(CallResourceResponseSchema, {
        code: 200,
        headers: { 'X-A': { values: ['1', '2'] } },
        body: Buffer.from('{"a"'),
      }),
      create(CallResourceResponseSchema, { body: Buffer.from(':1}') }),
    ]);
    expect(answer.json()).toEqual({ a: 1 });
    expect([...answer.headers]).toEqual([['x-a', '1, 2']]);
  });
});
