import { cookieName, cookieValue, isForeign, isOwnHost, isSecret, newToken } from './access.ts';

test('each token is another and holds 256 bits', () => {
  const tokens = Array.from({ length: 20 }, newToken);
  expect(new Set(tokens).size).toBe(20);
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
});

test.each([
  ['secret', 'secret', true],
  ['secret', 'secreT', false],
  ['secret', 'secret ', false],
  ['secret', '', false],
  ['sécret', 'se\u0301cret', false],
])('isSecret(%j, %j) is %s', (secret, given, expected) => {
  expect(isSecret(secret, given)).toBe(expected);
});

test.each([
  [undefined, ''],
  ['', ''],
  ['driftglass-view-1=a', 'a'],
  ['x=1; driftglass-view-1=a=b; y=2', 'a=b'],
  ['driftglass-view-12=a', ''],
  ['not-driftglass-view-1=a', ''],
])('the cookie of %j is %j', (header, value) => {
  expect(cookieValue(header, cookieName(1))).toBe(value);
});

test.each([
  ['127.0.0.1:80', true],
  ['localhost:80', true],
  ['127.0.0.1:81', false],
  ['localhost', false],
  ['evil.example:80', false],
  ['127.0.0.1:80.evil.example', false],
  [undefined, false],
])('isOwnHost(%j, 80) is %s', (host, expected) => {
  expect(isOwnHost(host, 80)).toBe(expected);
});

test.each([
  [undefined, '/api/ds/query', false],
  ['same-origin', '/api/ds/query', false],
  ['none', '/boot.js', false],
  ['cross-site', '/api/ds/query', true],
  // Another port of the same host is the same site.
  ['same-site', '/boot.js', true],
  // A link on a page elsewhere may lead here; what it leads to asks for the rest itself.
  ['cross-site', '/', false],
  ['cross-site', '/?token=a', false],
  ['cross-site', '//', true],
])('isForeign(%j, %j) is %s', (fetchSite, url, expected) => {
  expect(isForeign(fetchSite, url)).toBe(expected);
});
