import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executableName } from '../../scripts/lib/layout.ts';
import { compareVersions, glibcNeeded, runtimeLibraries } from '../../scripts/lib/runtime-libraries.ts';
import { notLinuxX64, requireDist } from './dist.ts';
import { handshakePattern, startPlugin, type StartedPlugin } from './handshake.ts';
import { servingStatus } from './health.ts';
import { describeUnless } from './left-out.ts';

/** The libraries that Grafana's Alpine image adds to Alpine, which has none of glibc's. */
const imageLibraries = [
  '/lib64/ld-linux-x86-64.so.2',
  ...['libc.so.6', 'libdl.so.2', 'libm.so.6', 'libpthread.so.0', 'librt.so.1', 'libresolv.so.2'].map(
    (name) => `/lib/x86_64-linux-gnu/${name}`
  ),
];

/** The glibc in that image (Grafana 12.4). */
const imageGlibc = '2.40';

/** Found without PATH, which the plugin's environment does not have. */
const chroot = ['/usr/sbin/chroot', '/usr/bin/chroot', '/sbin/chroot'].find((path) => existsSync(path));

const pluginFolder = '/var/lib/grafana/plugins/driftglass-monitor-app/datasource';

/** Why the test cannot run here; undefined when it can. */
function obstacle(): string | undefined {
  if (notLinuxX64 !== undefined) {
    return notLinuxX64;
  }
  if (process.getuid?.() !== 0) {
    return 'changing the root needs root';
  }
  const missing = imageLibraries.find((path) => !existsSync(path));
  if (missing !== undefined) {
    return `this system has no ${missing}`;
  }
  return chroot !== undefined && spawnSync(chroot, ['/', '/bin/true']).status === 0
    ? undefined
    : 'the root cannot be changed here';
}

describeUnless(obstacle(), "in a file system with only the libraries of Grafana's image", () => {
  let image: string;

  beforeAll(() => {
    image = mkdtempSync(join(tmpdir(), 'dg-'));
    for (const folder of ['lib64', 'lib/x86_64-linux-gnu', 'tmp', 'proc/self', pluginFolder]) {
      mkdirSync(join(image, folder), { recursive: true });
    }
    for (const path of imageLibraries) {
      copyFileSync(path, join(image, path));
    }
    const built = join(requireDist(), 'datasource');
    for (const entry of readdirSync(built, { withFileTypes: true }).filter((found) => found.isFile())) {
      copyFileSync(join(built, entry.name), join(image, pluginFolder, entry.name));
    }
    // What the kernel says there of the running program; mounting the real one would reach out of the folder.
    symlinkSync(join(pluginFolder, executableName('linux', 'x64')), join(image, 'proc/self/exe'));
  });

  afterAll(() => {
    rmSync(image, { recursive: true, force: true });
  });

  function startInImage(): Promise<StartedPlugin> {
    return startPlugin(chroot ?? '', [image, join(pluginFolder, executableName('linux', 'x64'))], image);
  }

  test('the executable starts and serves', async () => {
    const plugin = await startInImage();
    try {
      expect(plugin.line).toMatch(handshakePattern);
      await expect(servingStatus(plugin.address)).resolves.toBe(1);
    } finally {
      await plugin.stop();
    }
  });

  test('the file system has no C++ library of its own, so the one beside the executable is used', async () => {
    rmSync(join(image, pluginFolder, 'libstdc++.so.6'));
    await expect(startInImage()).rejects.toThrow(/libstdc\+\+\.so\.6: cannot open shared object file/);
  });
});

describeUnless(notLinuxX64, 'the shipped libraries', () => {
  test.each(runtimeLibraries)('%s asks for no newer glibc than the image has', (name) => {
    const needed = glibcNeeded(readFileSync(join(requireDist(), 'datasource', name)));
    expect(needed).not.toBeNull();
    expect(compareVersions(needed ?? '', imageGlibc)).toBeLessThanOrEqual(0);
  });
});
