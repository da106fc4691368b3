import { inspect } from 'node:util';

import { ForwardedHeaders } from './headers.ts';

describe('ForwardedHeaders', () => {
  it.each(['Authorization', 'authorization', 'http_Authorization', 'HTTP_AUTHORIZATION'])('finds %s', (name) => {
    expect(new ForwardedHeaders([[name, 'x']]).get('AUTHORIZATION')).toBe('x');
  });

  it('prefers the name without prefix, in either order', () => {
    for (const pairs of [
      [
        ['http_Cookie', 'prefixed'],
        ['Cookie', 'plain'],
      ],
      [
        ['Cookie', 'plain'],
        ['http_Cookie', 'prefixed'],
      ],
    ] as const) {
      expect(new ForwardedHeaders(pairs).get('cookie')).toBe('plain');
    }
  });

  it('is null for what is not there, and lists names', () => {
    const headers = new ForwardedHeaders([
      ['http_X-Rule-Name', 'a'],
      ['FromAlert', 'true'],
    ]);
    expect(headers.get('X-Rule')).toBeNull();
    expect(headers.get('__proto__')).toBeNull();
    expect(headers.names()).toEqual(['x-rule-name', 'fromalert']);
  });

  it('does not print credentials by accident', () => {
    const headers = new ForwardedHeaders([['Authorization', 'Bearer x']]);
    expect(`${inspect(headers)} ${JSON.stringify(headers)}`).not.toContain('Bearer');
  });
});
