import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium of the system: `DRIFTGLASS_CHROMIUM`, else the first on the PATH; null without one. */
function findChromium(): string | null {
  const named = process.env['DRIFTGLASS_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin');
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [named ?? '', ...files].find((file) => file !== '' && existsSync(file)) ?? null;
}

/** On Debian, and only as root, installs Chromium. @returns why not */
function installChromium(): string {
  if (!existsSync('/usr/bin/apt-get')) {
    return 'this is no Debian';
  }
  if (userInfo().uid !== 0) {
    return 'only root may install packages';
  }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', args, { encoding: 'utf8' });
    if (status !== 0) {
      return `apt-get ${args[0] ?? ''} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
    }
  }
  return 'apt-get brought no chromium';
}

/** Chromium's path, or the reason why there is none. Installs it where it is missing and that is allowed. */
export function chromiumPath(): { readonly path: string } | { readonly reason: string } {
  const found = findChromium();
  if (found !== null) {
    return { path: found };
  }
  const reason = installChromium();
  const installed = findChromium();
  return installed === null
    ? { reason: `there is no Chromium, and ${reason}. Remedy: install chromium, or name one in DRIFTGLASS_CHROMIUM` }
    : { path: installed };
}

/** Starts Chromium with a profile of its own, and nothing that would ask the network by itself. */
export async function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}
