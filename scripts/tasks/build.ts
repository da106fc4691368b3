// The plugin as Grafana loads it, in dist/: the three front ends, then the executable beside the data source.
import { buildBackEnd } from '../lib/back-end.ts';
import { buildFrontEnd } from '../lib/front-end.ts';

await buildFrontEnd();
await buildBackEnd();
