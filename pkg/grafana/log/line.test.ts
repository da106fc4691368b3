import { logLine } from './line.ts';
import { Secrets } from './secrets.ts';

const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6));
const options = { secrets: new Secrets(), maxBytes: 60_000 };

function parsed(message: unknown, fields: Record<string, unknown> = {}, maxBytes = 60_000): Record<string, unknown> {
  const line = logLine('info', message, fields, at, { ...options, maxBytes });
  expect(line.endsWith('\n')).toBe(true);
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(maxBytes);
  return JSON.parse(line) as Record<string, unknown>;
}

describe('logLine', () => {
  it('is a JSON object with texts under the keys of the host, six digits after the point', () => {
    expect(logLine('warn', 'hello', { refId: 'A', n: 1, ok: true, none: null, left: undefined }, at, options)).toBe(
      '{"@level":"warn","@message":"hello","@timestamp":"2026-01-02T03:04:05.006000Z","refId":"A","n":1,"ok":true,"none":null}\n'
    );
  });

  it.each([[7], [null], [undefined], [{}], [['a']], [Symbol('s')], [NaN]])(
    'has a text for a message even when it is %p',
    (message) => {
      expect(typeof parsed(message)['@message']).toBe('string');
    }
  );

  it('leaves the keys of the host to the host', () => {
    const fields = { '@level': 1, '@message': 2, '@timestamp': 3, logger: 'a', level: 'b', msg: 'c', t: 'd' };
    expect(parsed('m', fields)).toEqual({
      '@level': 'info',
      '@message': 'm',
      '@timestamp': '2026-01-02T03:04:05.006000Z',
      field_level: 'b',
      field_message: 2,
      field_timestamp: 3,
      field_logger: 'a',
      field_msg: 'c',
      field_t: 'd',
    });
  });

  it.each([
    ['NaN', NaN, 'NaN'],
    ['an infinity', -Infinity, '-Infinity'],
    ['a bigint', 2n ** 64n, '18446744073709551616'],
    ['bytes', new Uint8Array(3), '3 bytes'],
    ['a line break', 'a\nb\u2028c', 'a\nb\u2028c'],
    ['half a character', '\ud83d', '\ud83d'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['depth', { a: { b: { c: { d: { e: 1 } } } } }, { a: { b: { c: { d: '…' } } } }],
    ['a date', new Date(NaN), 'Invalid Date'],
  ])('writes %s', (_name, value, expected) => {
    expect(parsed('m', { value })['value']).toEqual(expected);
  });

  it('writes errors with their stack and causes, circles of them, too', () => {
    const cause = new TypeError('inner');
    const error = new Error('outer', { cause });
    cause.cause = error;
    const text = String(parsed('m', { error })['error']);
    expect(text).toMatch(/^Error: outer\n {4}at /);
    expect(text.match(/caused by TypeError: inner/g)).toHaveLength(2);
  });

  it('never throws', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(parsed('m', circle)['@message']).toBe('m');
    const hostile = {
      get boom(): never {
        throw new Error('boom');
      },
    };
    expect(logLine('info', 'm', hostile, at, options)).toBe(
      '{"@level":"error","@message":"a log line could not be made"}\n'
    );
    expect(logLine('info', 'm', {}, new Date(NaN), options)).toBe(
      '{"@level":"error","@message":"a log line could not be made"}\n'
    );
  });

  it('cuts long texts, many fields and wide values, and says so', () => {
    expect(parsed('x'.repeat(100_000))['@message']).toBe(`${'x'.repeat(16_384)}… (100000 characters)`);
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}`, '😀'.repeat(50_000)]));
    expect(parsed('m', fields)['@message']).toBe('m');
    expect(parsed('m', { wide: Array.from({ length: 100_000 }, (_, i) => i) })).toHaveProperty('wide.length', 199);
    const more = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, i]));
    expect(Object.keys(parsed('m', more))).toHaveLength(53);
  });

  it('keeps to its limit when only keys are long', () => {
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${'k'.repeat(5_000)}${i}`, i]));
    expect(parsed('m', fields)).toMatchObject({ '@message': 'm', truncated: true });
  });

  it('leaves out what stands under a secret key, at any depth, and known secrets anywhere', () => {
    const secrets = new Secrets();
    secrets.hold(['correct-horse']);
    const line = logLine(
      'error',
      'token correct-horse',
      {
        password: 'p',
        headers: { Cookie: 'c', 'http_X-Grafana-Id': 'j', Accept: 'a' },
        error: new Error('with correct-horse'),
        'correct-horse': 1,
      },
      at,
      { secrets, maxBytes: 60_000 }
    );
    expect(line).not.toContain('correct-horse');
    expect(JSON.parse(line)).toMatchObject({
      '@message': 'token [redacted]',
      password: '[redacted]',
      headers: { Cookie: '[redacted]', 'http_X-Grafana-Id': '[redacted]', Accept: 'a' },
    });
  });
});
