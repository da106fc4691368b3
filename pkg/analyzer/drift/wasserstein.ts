import { sortedView } from '../../sketch/index.ts';
import type { KllSketch } from '../../sketch/index.ts';
import type { HistogramCells, Sides } from '../drift-cells.ts';
import { at } from '../element.ts';
import { type Measured, sharesOfSum } from './measured.ts';
import { eachPlateau } from './plateaus.ts';

/**
 * The first Wasserstein distance of two windows of numbers, in the column's own unit: the integral of the distance of
 * their distribution functions, which is how far a value must move on average. Taken from the sketches' items with
 * their weights; the bins serve for the contributions alone, each by the integral over it.
 */
export function measureWasserstein({ baseline, target }: Sides<KllSketch>, { edges }: HistogramCells): Measured {
  const areas = new Float64Array(edges.length);
  let bin = 0;
  eachPlateau(sortedView(baseline), sortedView(target), (from, to, difference) => {
    let start = from;
    while (start < to) {
      while (bin + 1 < edges.length && at(edges, bin + 1) <= start) {
        bin += 1;
      }
      const end = bin + 1 < edges.length ? Math.min(to, at(edges, bin + 1)) : to;
      areas[bin] = at(areas, bin) + Math.abs(difference) * (end - start);
      start = end;
    }
  });
  return { value: areas.reduce((sum, area) => sum + area, 0), contribution: sharesOfSum([...areas]), note: '' };
}
