import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HttpAnswer } from '../grafana/index.ts';
import { errorAnswer } from '../grafana/index.ts';

/**
 * `unsafe-eval`: the table of @grafana/ui compiles its row functions; `unsafe-inline` for styles: emotion writes them
 * into the page. Nothing is loaded from elsewhere, and no other page may frame this one.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  ...["object-src 'none'", "base-uri 'self'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

const everyAnswer = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** What came in, with a body of at most so many bytes as are read. */
export interface ReadRequest {
  readonly request: IncomingMessage;
  readonly body: string;
  /** Aborted when the browser is no longer interested. */
  readonly signal: AbortSignal;
}

/** Answers requests by `route`; what it throws is answered too. */
export function requestListener(
  maxBodyBytes: number,
  route: (request: ReadRequest) => Promise<HttpAnswer>
): RequestListener {
  async function answer(request: IncomingMessage, signal: AbortSignal): Promise<HttpAnswer> {
    try {
      const { 'content-length': length = 0, 'transfer-encoding': encoding } = request.headers;
      // Without a transfer encoding a body is as long as its header says.
      return encoding !== undefined || Number(length) > maxBodyBytes
        ? errorAnswer(413, `the body is longer than ${maxBodyBytes} bytes, or its length is not told`)
        : await route({ request, body: await text(request), signal });
    } catch (error) {
      return errorAnswer(500, error instanceof Error ? error.message : String(error));
    }
  }
  return (request, response) => {
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    void answer(request, abort.signal).then(({ status, contentType, body, headers }) => {
      response.writeHead(status, { ...everyAnswer, 'Content-Type': contentType, ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  };
}
