import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { codeOf } from '../error-facts.ts';

/** Names directories of this SDK, so that none of another program is ever removed. */
const prefix = 'grafana-plugin-';
const ownName = /^grafana-plugin-[A-Za-z0-9]{6}$/;
const socketName = 'plugin.sock';

/**
 * The kernel's limit of a socket's path, without the closing zero. Node binds a longer path cut off, in silence, so it has
 * to be measured before. macOS has four bytes less.
 */
export const maxSocketPathBytes = process.platform === 'darwin' ? 103 : 107;

/** Younger directories may belong to a plugin that is about to listen. */
const minStaleMs = 60_000;

export interface SocketDirectory {
  readonly socketPath: string;
  /** Removes socket and directory. */
  remove(): void;
}

/** A fresh directory, mode 0700, for the socket; null when it cannot be made here or the socket's path would not fit. */
export function makeSocketDirectory(parent: string): SocketDirectory | null {
  const pathBytes = Buffer.byteLength(join(parent, `${prefix}XXXXXX`, socketName));
  // The path stands in a line of fields separated by bars.
  if (pathBytes > maxSocketPathBytes || !parent.startsWith('/') || /[|\n\r]/.test(parent)) {
    return null;
  }
  try {
    const directory = mkdtempSync(join(parent, prefix));
    return {
      socketPath: join(directory, socketName),
      remove: () => rmSync(directory, { recursive: true, force: true }),
    };
  } catch {
    return null;
  }
}

/**
 * Removes directories that killed plugins left behind (real-grafana P20): ours by name and owner, not new, and nobody
 * answers at their socket. Asking the socket holds across containers that share a directory; asking for a pid would not.
 */
export async function sweepSocketDirectories(parent: string, nowMs: number): Promise<number> {
  let swept = 0;
  for (const name of namesIn(parent)) {
    const directory = join(parent, name);
    if (ownName.test(name) && isOldAndOurs(directory, nowMs) && !(await answers(join(directory, socketName)))) {
      rmSync(directory, { recursive: true, force: true });
      swept++;
    }
  }
  return swept;
}

function namesIn(parent: string): string[] {
  try {
    return readdirSync(parent);
  } catch {
    return [];
  }
}

function isOldAndOurs(directory: string, nowMs: number): boolean {
  try {
    const { uid, mtimeMs } = statSync(directory);
    return uid === process.getuid?.() && nowMs - mtimeMs > minStaleMs;
  } catch {
    return false;
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const end = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.once('connect', () => end(true));
    // Only these two say that nobody listens; whatever else goes wrong, the directory stays.
    socket.once('error', (error) => end(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '')));
  });
}
