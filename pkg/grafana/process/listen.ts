import { GrafanaError } from '../grafana-error.ts';
import { appProtocol, coreProtocol, type HostEnvironment } from './host-environment.ts';
import { makeSocketDirectory } from './socket-directory.ts';

/** Where the plugin listens. */
export interface Listening {
  readonly network: 'unix' | 'tcp';
  readonly address: string;
  /** Removes what the listener left in the file system. */
  cleanUp(): void;
}

/** Binds a grpc-js address; rejects when it cannot be had. */
export type Bind = (address: string) => Promise<number>;

/**
 * Listens on a unix socket in a directory of its own, which no other user can reach; where that cannot be had (read-only
 * file system, path too long, Windows), on a loopback port of the host's range.
 *
 * @throws GrafanaError `listen`
 */
export async function listen(bind: Bind, host: HostEnvironment): Promise<Listening> {
  const directories = process.platform === 'win32' ? [] : host.socketDirectories;
  for (const parent of directories) {
    const directory = makeSocketDirectory(parent);
    if (directory && (await tryBind(bind, `unix:${directory.socketPath}`))) {
      return { network: 'unix', address: directory.socketPath, cleanUp: () => directory.remove() };
    }
    directory?.remove();
  }
  for (let port = host.minPort; port <= host.maxPort; port++) {
    const address = `127.0.0.1:${port}`;
    if (await tryBind(bind, address)) {
      return { network: 'tcp', address, cleanUp: () => {} };
    }
  }
  throw new GrafanaError(
    'listen',
    `no place to listen: no socket in ${host.socketDirectories.join(', ')}, no free port from ${host.minPort} to ${host.maxPort}`
  );
}

async function tryBind(bind: Bind, address: string): Promise<boolean> {
  try {
    await bind(address);
    return true;
  } catch {
    return false;
  }
}

/** The line that tells the host where to connect (protocol section 1.3). */
export function handshakeLine({ network, address }: Listening, { asksForMultiplexing }: HostEnvironment): string {
  const line = `${coreProtocol}|${appProtocol}|${network}|${address}|grpc`;
  // The sixth field is a certificate: none. The seventh answers the question, which go-plugin asks newer plugins only.
  return asksForMultiplexing ? `${line}||false\n` : `${line}\n`;
}
