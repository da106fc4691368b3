import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HttpAnswer } from '../grafana/index.ts';
import { answerDataSourceApi, errorAnswer } from '../grafana/index.ts';
import { cookieName, cookieValue, isForeign, isOwnHost, isSecret, newToken } from './access.ts';
import { bootScript } from './boot-script.ts';
import { readPlugin } from './plugin-files.ts';
import { type ReadRequest, requestListener } from './request-listener.ts';
import { staticFile } from './static-file.ts';
import { ViewError } from './view-error.ts';
import { defaultMaxBodyBytes, type View, type ViewOptions } from './view-options.ts';

/**
 * Serves a dashboard with its plugins to browsers of this machine: 127.0.0.1 only, and only to who knows the token.
 *
 * @throws ViewError `not-built`, `port`
 */
export async function startView(options: ViewOptions): Promise<View> {
  const { pageFolder, backEnd, dataSource, token = newToken(), maxBodyBytes = defaultMaxBodyBytes } = options;
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new ViewError('not-built', `${pageFolder} holds no built page. Remedy: npm run view -- DIR builds it`);
  }
  const plugins = options.pluginFolders.map(readPlugin);
  const server = createServer(requestListener(maxBodyBytes, route));
  server.listen(options.port ?? 0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const text = `port ${options.port ?? 0} of 127.0.0.1 cannot be listened on. Remedy: choose another with --port`;
    throw new ViewError('port', text, { cause });
  }
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;

  async function route({ request, body, signal }: ReadRequest): Promise<HttpAnswer> {
    const { headers, method = 'GET' } = request;
    const { host, cookie, 'sec-fetch-site': fetchSite } = headers;
    if (!isOwnHost(host, port) || isForeign(fetchSite, request.url)) {
      return errorAnswer(403, 'other origins are not answered');
    }
    const url = new URL(`http://${host}/${(request.url ?? '').replace(/^\/+/, '')}`);
    if (isSecret(token, url.searchParams.get('token') ?? '')) {
      // Away with the token: it should stay neither in the history nor in a copied address.
      url.searchParams.delete('token');
      const setCookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Lax`;
      return { ...errorAnswer(303, ''), headers: { Location: url.pathname + url.search, 'Set-Cookie': setCookie } };
    }
    if (!isSecret(token, cookieValue(cookie, cookieName(port)))) {
      return errorAnswer(401, 'Open the address that "driftglass view" printed: it contains the token.');
    }
    const path = url.pathname.slice(1);
    if (path.startsWith('api/')) {
      const asked = { method, path: path.slice('api/'.length), query: url.search.slice(1), body };
      return answerDataSourceApi(() => backEnd.client(), asked, { settings: dataSource, role: 'Viewer', signal });
    }
    return method === 'GET' || method === 'HEAD'
      ? routeFile(path, url.origin)
      : errorAnswer(405, 'files are only read');
  }

  async function routeFile(path: string, origin: string): Promise<HttpAnswer> {
    if (path === 'boot.js') {
      const metas = plugins.map(({ meta }) => meta);
      return bootScript(options, metas, origin);
    }
    // What is of no known plugin lies in no folder.
    const plugin = plugins.find(({ baseUrl }) => path.startsWith(`${baseUrl}/`));
    const inPlugin = path.split('/').slice(3).join('/');
    return plugin ? staticFile(plugin.folder, inPlugin) : staticFile(pageFolder, path === '' ? 'index.html' : path);
  }

  return {
    port,
    url: `http://127.0.0.1:${port}/?token=${token}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await backEnd.stop();
    },
  };
}
