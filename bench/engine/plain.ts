import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesSource, decodeColumn, openProfiles } from '../../pkg/profile/index.ts';
import type { KllSketch } from '../../pkg/sketch/index.ts';

const bins = 30;

/** Shares of the values of some sketches in bins of equal width, item by item. */
function sharesOf(sketches: readonly KllSketch[], lo: number, width: number): Float64Array {
  const shares = new Float64Array(bins);
  const n = sketches.reduce((sum, sketch) => sum + sketch.n, 0);
  for (const { levels, items } of sketches) {
    for (let level = 0; level + 1 < levels.length; level += 1) {
      for (const item of items.subarray(levels[level], levels[level + 1])) {
        const bin = Math.min(bins - 1, Math.floor((item - lo) / width));
        shares[bin] = (shares[bin] ?? 0) + 2 ** level / n;
      }
    }
  }
  return shares;
}

function hellinger(p: Float64Array, q: Float64Array): number {
  return Math.sqrt(p.reduce((sum, share, i) => sum + (Math.sqrt(share) - Math.sqrt(q[i] ?? 0)) ** 2, 0) / 2);
}

/**
 * The peer of the daily case: the newest day against the `window` days before it, all columns, as a script would do it.
 * The files are read whole, one thread, every item put into its bin, nothing kept, planned, checked or explained.
 *
 * @returns number of columns beyond the threshold
 */
export async function plainDay(store: string, window: number, threshold: number): Promise<number> {
  const folder = join(store, 'wide');
  const names = readdirSync(folder)
    .sort()
    .slice(-window - 1);
  const profiles = await Promise.all(
    names.map((name) => openProfiles(bytesSource(name, readFileSync(join(folder, name)))))
  );
  let anomalous = 0;
  for (const column of profiles[0]?.[0]?.columnNames ?? []) {
    const sketches: KllSketch[] = [];
    for (const [profile] of profiles) {
      const raw = await profile?.readColumn(column);
      const kll = raw ? decodeColumn(raw, ['distribution']).distribution?.kll : undefined;
      sketches.push(...(kll === undefined ? [] : [kll]));
    }
    const [lo, hi] = [Math.min(...sketches.map(({ min }) => min)), Math.max(...sketches.map(({ max }) => max))];
    const [baseline, target] = [sketches.slice(0, -1), sketches.slice(-1)].map((side) =>
      sharesOf(side, lo, (hi - lo) / bins)
    );
    anomalous += baseline !== undefined && target !== undefined && hellinger(baseline, target) > threshold ? 1 : 0;
  }
  return anomalous;
}
