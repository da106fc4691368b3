import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBackEnd } from '../lib/back-end.ts';
import { devFolder, distFolder, executableName } from '../lib/layout.ts';

/** The back end to show: the production executable where it can be built, else the launcher. Builds it first. */
export async function builtBackEnd(): Promise<string> {
  await buildBackEnd();
  const production = join(distFolder, 'datasource', executableName());
  return existsSync(production) ? production : join(devFolder, 'datasource', executableName());
}
