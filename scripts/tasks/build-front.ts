import { buildFrontEnd } from '../lib/front-end.ts';
import { runTask } from '../lib/task.ts';

await runTask(buildFrontEnd);
