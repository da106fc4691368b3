import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The packages that a module and all that it opens import for more than types. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) {
    return packages;
  }
  seen.add(file);
  for (const [, kind, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(import type|export type|import|export)\s[^;]*?from '([^']+)';/gms
  )) {
    if (kind === 'import type' || kind === 'export type') {
      continue;
    }
    if (!specifier.startsWith('.')) {
      packages.add(specifier);
      continue;
    }
    for (const each of packagesOf(join(dirname(file), specifier), seen)) {
      packages.add(each);
    }
  }
  return packages;
}

describe('the door of the frames', () => {
  const room = join(process.cwd(), 'pkg', 'grafana');

  it('opens the frame library and nothing of the server', () => {
    expect([...packagesOf(join(room, 'frames.ts'))]).toEqual(['apache-arrow']);
  });

  it('is found by the same search in the other door, which opens the server', () => {
    expect([...packagesOf(join(room, 'index.ts'))]).toEqual(expect.arrayContaining(['apache-arrow', '@grpc/grpc-js']));
  });
});
