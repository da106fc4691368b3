// The plugin as Grafana loads it, in dist/: the three front ends, then the executable beside the data source.
import { buildBackEnd } from '../lib/back-end.ts';
import { buildFrontEnd } from '../lib/front-end.ts';
import { runTask } from '../lib/task.ts';

await runTask(async () => {
  await buildFrontEnd();
  await buildBackEnd();
});
