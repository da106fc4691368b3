import { isSecretKey, Secrets } from './secrets.ts';

describe('isSecretKey', () => {
  it.each([
    'password',
    'basicAuthPassword',
    'passwd',
    'secret',
    'clientSecret',
    'token',
    'Authorization',
    'http_Authorization',
    'Cookie',
    'Set-Cookie',
    'apiKey',
    'api-key',
    'private_key',
    'accessKeyId',
    'X-Grafana-Id',
    'http_X-Grafana-Id',
    'X-Id-Token',
    'decryptedSecureJsonData.credentials',
    'sessionId',
  ])('%s', (key) => {
    expect(isSecretKey(key)).toBe(true);
  });

  it.each(['refId', 'traceID', 'error', 'status', 'path', 'passenger', 'column', 'key'])('not %s', (key) => {
    expect(isSecretKey(key)).toBe(false);
  });
});

describe('Secrets', () => {
  it('keeps a value out of texts as long as it is held', () => {
    const secrets = new Secrets();
    const release = secrets.hold(['correct-horse', 'short']);
    expect(secrets.redact('a correct-horse, twice: correct-horse; short')).toBe(
      'a [redacted], twice: [redacted]; short'
    );
    release();
    expect(secrets.redact('correct-horse')).toBe('correct-horse');
  });

  it('holds a value until its last holder lets go, and each holder counts once', () => {
    const secrets = new Secrets();
    const [first, second] = [secrets.hold(['correct-horse']), secrets.hold(['correct-horse'])];
    first();
    first();
    expect(secrets.redact('correct-horse')).toBe('[redacted]');
    second();
    expect(secrets.redact('correct-horse')).toBe('correct-horse');
  });

  it.each([
    ['Authorization: Bearer abcdefgh.ijk-l', 'Authorization: Bearer [redacted]'],
    ['basic dXNlcjpwYXNzd29yZA==', 'basic [redacted]'],
    ['GET https://user:pass@host/path', 'GET https://[redacted]@host/path'],
    ['Basic statistics', 'Basic statistics'],
    ['nothing: to hide@all', 'nothing: to hide@all'],
  ])('knows credentials by their form: %s', (text, safe) => {
    expect(new Secrets().redact(text)).toBe(safe);
  });
});
