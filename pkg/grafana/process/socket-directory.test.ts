import { existsSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import { useScratch } from '../testing/scratch.ts';
import { makeSocketDirectory, maxSocketPathBytes, sweepSocketDirectories } from './socket-directory.ts';

const scratch = useScratch();

describe('makeSocketDirectory', () => {
  it('makes a directory for its owner alone, and removes it', () => {
    const made = makeSocketDirectory(scratch());
    const directory = dirname(made?.socketPath ?? '');
    expect(dirname(directory)).toBe(scratch());
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    made?.remove();
    expect(existsSync(directory)).toBe(false);
  });

  it('measures the path in bytes, not in characters', () => {
    const fixed = Buffer.byteLength(join(scratch(), 'x', 'grafana-plugin-XXXXXX', 'plugin.sock')) - 1;
    const parentOf = (bytes: number, unit: string) =>
      join(scratch(), unit.repeat((bytes - fixed) / Buffer.byteLength(unit)));
    for (const unit of ['x', 'ü']) {
      // The same number of bytes whether a character has one or two.
      const fits = parentOf(maxSocketPathBytes - ((maxSocketPathBytes - fixed) % 2), unit);
      const over = parentOf(maxSocketPathBytes + 2 - ((maxSocketPathBytes - fixed) % 2), unit);
      mkdirSync(fits);
      mkdirSync(over);
      expect(makeSocketDirectory(fits)).not.toBeNull();
      expect(makeSocketDirectory(over)).toBeNull();
    }
  });

  it.each(['missing', 'a|b', 'a\nb'])('makes none in %j', (name) => {
    if (name !== 'missing') {
      mkdirSync(join(scratch(), name));
    }
    expect(makeSocketDirectory(join(scratch(), name))).toBeNull();
  });

  it('makes none in a file, or relative to the working directory', () => {
    writeFileSync(join(scratch(), 'file'), '');
    expect(makeSocketDirectory(join(scratch(), 'file'))).toBeNull();
    expect(makeSocketDirectory('.')).toBeNull();
  });
});

/** A socket that nobody listens at, as after SIGKILL: Node removes only the name it was made under. */
async function leaveSocket(madeAt: string, path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(madeAt, resolve));
  renameSync(madeAt, path);
  await new Promise((resolve) => server.close(resolve));
  expect(existsSync(path)).toBe(true);
}

describe('sweepSocketDirectories', () => {
  const later = () => Date.now() + 3_600_000;

  it('removes what a killed plugin left, with or without its socket', async () => {
    const [empty, dead] = [makeSocketDirectory(scratch()), makeSocketDirectory(scratch())];
    await leaveSocket(join(scratch(), 'elsewhere'), dead?.socketPath ?? '');
    expect(await sweepSocketDirectories(scratch(), later())).toBe(2);
    expect(existsSync(dirname(empty?.socketPath ?? ''))).toBe(false);
    expect(existsSync(dirname(dead?.socketPath ?? ''))).toBe(false);
  });

  it('leaves alone what is alive, new, or not ours by its name', async () => {
    const alive = makeSocketDirectory(scratch());
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(alive?.socketPath, resolve));
    for (const name of ['grafana-plugin-', 'grafana-plugin-abc', 'grafana-plugin-abcdefg', 'other']) {
      mkdirSync(join(scratch(), name));
      utimesSync(join(scratch(), name), 0, 0);
    }
    expect(await sweepSocketDirectories(scratch(), later())).toBe(0);
    await new Promise((resolve) => server.close(resolve));
    makeSocketDirectory(scratch());
    expect(await sweepSocketDirectories(scratch(), Date.now())).toBe(0);
  });

  it('does nothing where there is nothing', async () => {
    expect(await sweepSocketDirectories(join(scratch(), 'missing'), later())).toBe(0);
  });
});
