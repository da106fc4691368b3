import { create } from '@bufbuild/protobuf';

import { DataQuerySchema } from '../gen/backend_pb.js';
import { thrownBy } from '../testing/thrown-by.ts';
import { parseQuery } from './parse-query.ts';

function message(json: string, fields: { queryType?: string; maxDataPoints?: bigint; intervalMS?: bigint } = {}) {
  return create(DataQuerySchema, {
    refId: 'A',
    json: new TextEncoder().encode(json),
    timeRange: { fromEpochMS: -5n, toEpochMS: 1_767_236_400_000n },
    ...fields,
  });
}

describe('parseQuery', () => {
  it('reads a query', () => {
    expect(parseQuery(message('{"kind":"x","hide":true}', { maxDataPoints: 43200n, intervalMS: 1000n }))).toEqual({
      refId: 'A',
      queryType: '',
      model: { kind: 'x', hide: true },
      fromMs: -5,
      toMs: 1_767_236_400_000,
      maxDataPoints: 43200,
      intervalMs: 1000,
    });
  });

  it.each([
    ['of the message', '{}', 'a', 'a'],
    ['of the message first', '{"queryType":"b"}', 'a', 'a'],
    ['of the model', '{"queryType":"b"}', '', 'b'],
    ['of another type', '{"queryType":7}', '', ''],
  ])('takes the query type %s', (_name, json, queryType, expected) => {
    expect(parseQuery(message(json, { queryType })).queryType).toBe(expected);
  });

  it.each([
    [0n, 0n, 100, 0],
    [-1n, -1n, 100, 0],
    [1n, 1n, 1, 1],
  ])('with %p points and a step of %p uses %p and %p', (maxDataPoints, intervalMS, points, interval) => {
    expect(parseQuery(message('{}', { maxDataPoints, intervalMS }))).toMatchObject({
      maxDataPoints: points,
      intervalMs: interval,
    });
  });

  it.each(['', '{', 'null', '[]', '"text"', '7'])('refuses the model %j', (json) => {
    expect(thrownBy(() => parseQuery(message(json)))).toMatchObject({
      code: 'bad-query',
      status: 400,
      source: 'downstream',
      message: 'the query is not a JSON object',
    });
  });

  it('refuses a query without a time range', () => {
    const query = create(DataQuerySchema, { json: new TextEncoder().encode('{}') });
    expect(thrownBy(() => parseQuery(query))).toMatchObject({ status: 400, message: 'the query has no time range' });
  });

  it('keeps a key called __proto__ a key', () => {
    const { model } = parseQuery(message('{"__proto__":{"polluted":1}}'));
    expect(Object.keys(model)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });
});
