// The archive that `grafana cli plugins install` takes: dist-package/driftglass-monitor-app-VERSION.zip and its digest.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { digest, zipFolder } from '../lib/archive.ts';
import { buildBackEnd } from '../lib/back-end.ts';
import { buildFrontEnd } from '../lib/front-end.ts';
import { distFolder, executableName, packageFile } from '../lib/layout.ts';
import { buildDay, pluginId } from '../lib/plugin-json.ts';
import { root } from '../lib/run.ts';
import { runTask } from '../lib/task.ts';

await runTask(async () => {
  await buildFrontEnd();
  await buildBackEnd();
  if (!existsSync(join(distFolder, 'datasource', executableName('linux', 'x64')))) {
    throw new Error('the executable is built on Linux x64 only, and a package without it is of no use');
  }
  const file = packageFile(pluginId(''));
  const bytes = zipFolder(distFolder, pluginId(''), buildDay());
  rmSync(join(file, '..'), { recursive: true, force: true });
  mkdirSync(join(file, '..'));
  writeFileSync(file, bytes);
  writeFileSync(`${file}.sha256`, `${digest('sha256', bytes)}  ${basename(file)}\n`);
  console.log(`package: ${relative(root, file)}, ${Math.round(bytes.length / 2 ** 20)} MiB`);
  console.log(`sha256 ${digest('sha256', bytes)}\nsha1   ${digest('sha1', bytes)}`);
});
