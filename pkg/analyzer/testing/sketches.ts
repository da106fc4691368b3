import type { FrequentItems, KllSketch } from '../../sketch/index.ts';
import { emptyKll } from '../../sketch/index.ts';

/** A sketch of items by level: those of level h count 2^h times. Level 0 may be unsorted, the others ascend. */
export function weightedKll(levels: readonly (readonly number[])[]): KllSketch {
  const items = levels.flat();
  const starts = [0];
  for (const level of levels) {
    starts.push((starts.at(-1) ?? 0) + level.length);
  }
  return {
    ...emptyKll(1024),
    n: levels.reduce((sum, level, height) => sum + level.length * 2 ** height, 0),
    min: items.reduce((least, item) => Math.min(least, item), Infinity),
    max: items.reduce((most, item) => Math.max(most, item), -Infinity),
    levels: Uint32Array.from(starts),
    items: Float64Array.from(items),
  };
}

/** A sketch that holds every value, as it is below k values. */
export function exactKll(...values: number[]): KllSketch {
  return values.length === 0 ? emptyKll(1024) : weightedKll([values]);
}

/** A sketch of the given weights. Lost: the weight of items that it does not hold any more. */
export function frequentItems(weights: Readonly<Record<string, number>>, offset = 0, lost = 0): FrequentItems {
  const items = Object.entries(weights).map(([value, weight]) => ({ value, weight }));
  return {
    lgMax: 10,
    totalWeight: items.reduce((sum, { weight }) => sum + weight, lost),
    offset,
    items: items.sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}
