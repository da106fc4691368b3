import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * What the pinned Node needs beyond glibc. Grafana's Alpine image carries glibc but none of these, so they are shipped
 * beside the executable.
 */
export const runtimeLibraries = ['libstdc++.so.6', 'libgcc_s.so.1'] as const;

/** The glibc that the shipped libraries may ask for: that of Debian 12; Grafana 12.4's own image has 2.40. */
export const maxGlibc = '2.36';

export interface RuntimeLibrary {
  readonly name: string;
  readonly path: string;
}

/**
 * Where the dynamic linker found the libraries for the Node that runs this; so they are the ones known to fit it.
 *
 * @param maps the content of /proc/self/maps
 * @throws Error when one of them is not loaded
 */
export function findRuntimeLibraries(maps: string = readFileSync('/proc/self/maps', 'latin1')): RuntimeLibrary[] {
  const paths = maps.split('\n').map((line) => line.slice(line.indexOf('/')));
  return runtimeLibraries.map((name) => {
    // A loaded file stands there under its real name, such as libstdc++.so.6.0.30.
    const path = paths.find((candidate) => basename(candidate).startsWith(name));
    if (path === undefined) {
      throw new Error(`this Node has not loaded ${name}, so it cannot be shipped. Remedy: build with the pinned Node`);
    }
    return { name, path };
  });
}

/** The newest version of glibc that a library asks for, such as `2.36`; null when it asks for none. */
export function glibcNeeded(library: Buffer): string | null {
  const versions = [...library.toString('latin1').matchAll(/\0GLIBC_(\d+(?:\.\d+)+)(?=\0)/g)].map(
    (found) => found[1] ?? ''
  );
  return versions.sort(compareVersions).at(-1) ?? null;
}

/** Negative when `left` is the older one; numbers between points are compared one by one. */
export function compareVersions(left: string, right: string): number {
  const [leftParts, rightParts] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let idx = 0; idx < Math.max(leftParts.length, rightParts.length); idx++) {
    const difference = (leftParts[idx] ?? 0) - (rightParts[idx] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
