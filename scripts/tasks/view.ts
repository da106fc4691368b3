// A folder of profiles in a browser, without Grafana: `npm run view -- DIR`. Builds first what is missing or stale.
import { runCommand, terminal } from '../../pkg/command/index.ts';
import { upToDateInstallation } from '../lib/built-installation.ts';
import { runTask } from '../lib/task.ts';

await runTask(async () => {
  const installation = await upToDateInstallation();
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  process.exitCode = await runCommand(['view', ...process.argv.slice(2)], terminal(), installation);
});
