import { Metadata } from '@grpc/grpc-js';

import { traceIdOf } from './trace.ts';

const id = '0af7651916cd43dd8448eb211c80319c';

describe('traceIdOf', () => {
  it.each([
    ['W3C', 'traceparent', `00-${id}-b7ad6b7169203331-01`, id],
    ['a later version of W3C', 'traceparent', `cc-${id}-b7ad6b7169203331-01-more`, id],
    ['Jaeger', 'uber-trace-id', `${id}:b7ad6b7169203331:0:1`, id],
    ['a short one of Jaeger', 'uber-trace-id', 'abc:1:0:1', 'abc'.padStart(32, '0')],
    ['zeros', 'traceparent', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, null],
    ['capitals', 'traceparent', `00-${id.toUpperCase()}-b7ad6b7169203331-01`, null],
    ['nonsense', 'traceparent', 'nonsense', null],
    ['an empty text', 'uber-trace-id', '', null],
  ])('reads %s', (_name, key, value, expected) => {
    const metadata = new Metadata();
    metadata.set(key, value);
    expect(traceIdOf(metadata)).toBe(expected);
  });

  it('is null without metadata', () => {
    expect(traceIdOf(new Metadata())).toBeNull();
  });
});
