import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { useScratch } from '../testing/scratch.ts';
import type { HostEnvironment } from './host-environment.ts';
import { handshakeLine, listen } from './listen.ts';

const scratch = useScratch();

function host(socketDirectories: string[], minPort = 10_000, maxPort = 25_000): HostEnvironment {
  return { socketDirectories, minPort, maxPort, asksForMultiplexing: false };
}

/** Binds as long as an address passes the test. */
function bindIf(test: (address: string) => boolean) {
  return jest.fn(async (address: string) => {
    if (!test(address)) {
      throw new Error('EADDRINUSE');
    }
    return 1;
  });
}

describe('listen', () => {
  it('takes a socket in the first directory that can be had', async () => {
    const bind = bindIf(() => true);
    const listening = await listen(bind, host([join(scratch(), 'missing'), scratch()]));
    expect(listening.network).toBe('unix');
    expect(listening.address.startsWith(`${scratch()}/grafana-plugin-`)).toBe(true);
    expect(bind.mock.calls).toEqual([[`unix:${listening.address}`]]);
    listening.cleanUp();
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('takes a port of the range when no socket can be had, and leaves no directory behind', async () => {
    const bind = bindIf((address) => address === '127.0.0.1:10002');
    const listening = await listen(bind, host([scratch(), `/${'x'.repeat(200)}`], 10_000, 10_005));
    expect(listening).toMatchObject({ network: 'tcp', address: '127.0.0.1:10002' });
    expect(readdirSync(scratch())).toEqual([]);
    listening.cleanUp();
  });

  it('says what it tried when there is no place', async () => {
    await expect(
      listen(
        bindIf(() => false),
        host([scratch()], 10_000, 10_001)
      )
    ).rejects.toMatchObject({
      code: 'listen',
      message: `no place to listen: no socket in ${scratch()}, no free port from 10000 to 10001`,
    });
  });

  it('finds the next port of a range in which one is really taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      })
    );
    const servers: Server[] = [];
    const bind = (address: string) =>
      new Promise<number>((resolve, reject) => {
        const server = createServer();
        servers.push(server);
        server.once('error', reject);
        server.listen(Number(address.split(':')[1]), '127.0.0.1', () => resolve(1));
      });
    const { address } = await listen(bind, host([], port, Math.min(port + 50, 65_535)));
    expect(address).not.toBe(`127.0.0.1:${port}`);
    for (const server of [taken, ...servers]) {
      server.close();
    }
    expect(existsSync(scratch())).toBe(true);
  });
});

describe('handshakeLine', () => {
  const cleanUp = () => {};

  it('has five fields and a newline', () => {
    const unix = handshakeLine({ network: 'unix', address: '/tmp/a b/s', cleanUp }, host([]));
    expect(unix).toBe('1|2|unix|/tmp/a b/s|grpc\n');
    const tcp = handshakeLine({ network: 'tcp', address: '127.0.0.1:10000', cleanUp }, host([]));
    expect(tcp).toBe('1|2|tcp|127.0.0.1:10000|grpc\n');
  });

  it('has a seventh field for a host that asks', () => {
    const asking = { ...host([]), asksForMultiplexing: true };
    expect(handshakeLine({ network: 'unix', address: '/s', cleanUp }, asking)).toBe('1|2|unix|/s|grpc||false\n');
  });
});
