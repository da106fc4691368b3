import { at } from '../element.ts';
import type { HistogramProfile } from '../model/profile-model.ts';

/** Width of the narrowest bin that has one; 0 without any. */
export function narrowestBin({ xMin, xMax }: HistogramProfile['bins']): number {
  let narrowest = Infinity;
  for (let i = 0; i < xMin.length; i++) {
    const width = at(xMax, i) - at(xMin, i);
    narrowest = width > 0 ? Math.min(narrowest, width) : narrowest;
  }
  return Number.isFinite(narrowest) ? narrowest : 0;
}
