// A folder of profiles in a browser, without Grafana: `npm run view -- DIR`. Builds first what was not built yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../pkg/command/index.ts';
import { buildBackEnd } from '../lib/back-end.ts';
import { buildFrontEnd } from '../lib/front-end.ts';
import { builtInstallation } from '../lib/installation.ts';
import { distFolder } from '../lib/layout.ts';
import { runTask } from '../lib/task.ts';
import { buildViewPage, isViewPageBuilt } from '../lib/view-page.ts';

await runTask(async () => {
  if (!existsSync(join(distFolder, 'module.js'))) {
    await buildFrontEnd();
  }
  if (!existsSync(builtInstallation().executable)) {
    await buildBackEnd();
  }
  if (!isViewPageBuilt()) {
    await buildViewPage();
  }
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  process.exitCode = await runCommand(
    ['view', ...process.argv.slice(2)],
    {
      line: (text) => process.stdout.write(`${text}\n`),
      error: (text) => process.stderr.write(`${text}\n`),
    },
    builtInstallation()
  );
});
