import { buildFrontEnd } from '../lib/front-end.ts';

await buildFrontEnd();
