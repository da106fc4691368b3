import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of randomness in a token; 32 cannot be guessed, whatever the number of tries. */
const tokenBytes = 32;

export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** Compares in a time that does not tell how much of the text was right. */
export function isSecret(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Cookies are shared by all ports of a host, so that each server needs a name of its own. */
export function cookieName(port: number): string {
  return `driftglass-view-${port}`;
}

/** The value of a cookie in the header `Cookie`; empty when it is not there. */
export function cookieValue(header: string | undefined, name: string): string {
  return new RegExp(`(?:^|; *)${name}=([^;]*)`).exec(header ?? '')?.[1] ?? '';
}

/**
 * Whether the header `Host` names this server. Other names can only come from a page elsewhere whose name was made to
 * point here (DNS rebinding).
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** Whether a browser says that a page of another origin asks for more than to be led to the page itself. */
export function isForeign(fetchSite: string | string[] | undefined, url: string | undefined): boolean {
  const isOwn = fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
  return !isOwn && !/^\/(\?|$)/.test(url ?? '');
}
