// The back end for development: dist-dev/datasource, started as Grafana starts the executable, built in a moment.
import { relative } from 'node:path';
import { makeLauncher } from '../lib/launcher.ts';
import { root } from '../lib/run.ts';
import { runTask } from '../lib/task.ts';

await runTask(async () => {
  const launcher = await makeLauncher();
  console.log(`back end for development: ${relative(root, launcher)}`);
});
