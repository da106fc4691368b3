import { buildBackEnd } from '../lib/back-end.ts';

await buildBackEnd();
