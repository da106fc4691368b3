import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { cookieName, cookieValue, isForeign, isOwnHost, isSecret, newToken } from './access.ts';
import { answerApi } from './api.ts';
import { bootScript, pageReply, securityHeaders } from './page.ts';
import { readPlugin } from './plugin-files.ts';
import type { Reply } from './reply.ts';
import { errorReply, Refusal, textReply } from './reply.ts';
import { staticFile } from './static-file.ts';
import { ViewError } from './view-error.ts';
import { defaultMaxBodyBytes, type View, type ViewOptions } from './view-options.ts';

/**
 * Serves a dashboard with its plugins to browsers of this machine: 127.0.0.1 only, and only to who knows the token.
 *
 * @throws ViewError `not-built`, `plugin`, `port`
 */
export async function startView(options: ViewOptions): Promise<View> {
  if (!existsSync(join(options.pageFolder, 'main.js'))) {
    throw new ViewError('not-built', `${options.pageFolder} holds no built page. Remedy: npm run view -- DIR`);
  }
  const plugins = options.pluginFolders.map(readPlugin);
  const token = options.token ?? newToken();
  let port = options.port ?? 0;

  async function route(request: IncomingMessage, signal: AbortSignal): Promise<Reply> {
    const { headers, method = 'GET' } = request;
    if (!isOwnHost(headers.host, port)) {
      return textReply(403, 'this address is not served here');
    }
    const url = new URL(`http://${headers.host}${(request.url ?? '/').replace(/^[^/].*/, '/')}`);
    const given = url.searchParams.get('token');
    if (given !== null && isSecret(token, given)) {
      // Away with the token: it should stay neither in the history nor in a copied address.
      url.searchParams.delete('token');
      const cookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Lax`;
      return { ...textReply(303, ''), headers: { Location: url.pathname + url.search, 'Set-Cookie': cookie } };
    }
    if (!isSecret(token, cookieValue(headers.cookie, cookieName(port)))) {
      return textReply(401, 'Open the address that "driftglass view" printed: it contains the token.');
    }
    const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
    if (first === 'api') {
      if (isForeign(headers['sec-fetch-site'])) {
        return errorReply(403, 'pages of other origins are not answered');
      }
      const body = await bodyOf(request, options.maxBodyBytes ?? defaultMaxBodyBytes);
      return answerApi(options, { method, path: rest, query: url.search.slice(1), body, signal });
    }
    if (method !== 'GET' && method !== 'HEAD') {
      return textReply(405, 'files are only read');
    }
    return routeFile(first, rest, url.origin);
  }

  async function routeFile(first: string, rest: string, origin: string): Promise<Reply> {
    switch (first) {
      case '':
        return pageReply;
      case 'boot.js':
        return bootScript(
          options,
          plugins.map(({ meta }) => meta),
          origin
        );
      case 'view':
        return staticFile(options.pageFolder, rest);
      case 'public': {
        const [, id, path = ''] = /^plugins\/([^/]+)\/(.*)$/.exec(rest) ?? [];
        const plugin = plugins.find(({ meta }) => meta.id === id);
        if (id !== undefined) {
          return plugin === undefined ? textReply(404, 'no such plugin') : staticFile(plugin.folder, path);
        }
        return staticFile(join(options.pageFolder, 'public'), rest);
      }
      default:
        return textReply(404, 'not found');
    }
  }

  const server = createServer((request, response) => void respond(request, response, route));
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new ViewError('port', `port ${port} cannot be listened on: ${String(cause)}. Remedy: choose another`, {
      cause,
    });
  }
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port,
    url: `http://127.0.0.1:${port}/?token=${token}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await options.backEnd.stop();
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  route: (request: IncomingMessage, signal: AbortSignal) => Promise<Reply>
): Promise<void> {
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  let reply: Reply;
  try {
    reply = await route(request, abort.signal);
  } catch (error) {
    reply = error instanceof Refusal ? errorReply(error.status, error.message) : errorReply(500, String(error));
  }
  const { status, contentType, body, headers } = reply;
  response.writeHead(status, { ...securityHeaders, 'Content-Type': contentType, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** @throws Refusal 413 */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A request's stream gives buffers as long as no encoding is set.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new Refusal(413, `the body is longer than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
