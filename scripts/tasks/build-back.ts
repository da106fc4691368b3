import { buildBackEnd } from '../lib/back-end.ts';
import { runTask } from '../lib/task.ts';

await runTask(async () => {
  await buildBackEnd();
});
