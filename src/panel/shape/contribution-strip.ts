import { at } from '../element.ts';
import type { BinContributions, Judgement } from '../model/profile-model.ts';
import type { Rect } from './layout.ts';
import type { Scale } from './scale.ts';
import type { Mark } from './scene.ts';

/** The largest contribution, by size; 0 when nothing contributes. */
export function largestContribution(contribution: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < contribution.length; i++) {
    largest = Math.max(largest, Math.abs(at(contribution, i)));
  }
  return largest;
}

/**
 * How strongly contributions are drawn: fully from the threshold on, below it by the distance's part of it. Otherwise the
 * shares of a distance next to nothing would look like drift.
 */
export function driftStrength(judgement: Judgement): number {
  return judgement.state === 'ok' ? Math.min(Math.max(judgement.distance / judgement.threshold, 0), 1) || 0 : 1;
}

/**
 * A cell under each of the analyzer's bins, hanging from the strip's top, as long as its share of the distance. Where the
 * target has more than the baseline it is filled, where it has less it is hatched.
 *
 * @param strength length of the largest cell as a part of the strip, 0 to 1 (`driftStrength`)
 */
export function contributionStrip(bins: BinContributions, x: Scale, strip: Rect, strength: number): readonly Mark[] {
  const largest = largestContribution(bins.contribution);
  const axis: Mark = {
    kind: 'path',
    stroke: 'grid',
    lineWidth: 1,
    points: [strip.x, strip.y, strip.x + strip.width, strip.y],
  };
  if (largest === 0) {
    return [axis];
  }
  const limit = (pixel: number) => Math.min(Math.max(Math.round(pixel), strip.x), strip.x + strip.width);
  const cells = Array.from(bins.contribution).flatMap((contribution, i): readonly Mark[] => {
    const height = (Math.abs(contribution) / largest) * strip.height * strength;
    const [start, end] = [limit(x.toPixel(at(bins.xMin, i))), limit(x.toPixel(at(bins.xMax, i)))];
    const fill = at(bins.targetShares, i) >= at(bins.baselineShares, i) ? 'more' : 'less';
    // Less than half a pixel says nothing, and thirty such cells would look like a line.
    return height < 0.5 ? [] : [{ kind: 'rect', fill, x: start, y: strip.y, width: Math.max(end - start, 1), height }];
  });
  return [axis, ...cells];
}

/** The analyzer's bin that holds a value; the last one holds its right edge. Null outside all of them. */
export function binAt({ xMin, xMax }: BinContributions, value: number): number | null {
  let [low, high] = [0, xMin.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(xMin, middle) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = low - 1;
  const isInside = found >= 0 && (value < at(xMax, found) || (value === at(xMax, found) && low === xMin.length));
  return isInside ? found : null;
}
