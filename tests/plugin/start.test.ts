import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { devFolder, executableName } from '../../scripts/lib/layout.ts';
import { notLinuxX64, productionExecutable } from './dist.ts';
import { handshakePattern, startPlugin } from './handshake.ts';
import { servingStatus } from './health.ts';
import { describeUnless } from './left-out.ts';

const notUnix = process.platform === 'win32' ? 'Windows runs no shell script' : undefined;

const programs = [
  { name: 'the production executable', file: productionExecutable, reason: notLinuxX64, task: 'build' },
  { name: 'the launcher', file: join(devFolder, 'datasource', executableName()), reason: notUnix, task: 'launcher' },
];

for (const { name, file, reason, task } of programs) {
  describeUnless(reason, name, () => {
    test("starts with Grafana's environment alone, and serves", async () => {
      if (!existsSync(file)) {
        throw new Error(`${name} is not built. Remedy: npm run ${task}`);
      }
      const plugin = await startPlugin(file);
      try {
        expect(plugin.line).toMatch(handshakePattern);
        await expect(servingStatus(plugin.address)).resolves.toBe(1);
      } finally {
        await plugin.stop();
      }
    });
  });
}
