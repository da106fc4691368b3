import { at } from '../element.ts';
import type { Distribution, HistogramProfile, ProfileModel } from '../model/profile-model.ts';
import { singleValue } from './display-bins.ts';
import { narrowestBin } from './narrowest-bin.ts';

/** Decades from the finest detail to the largest value above which a logarithmic axis is offered (profile-panel 4). */
const longTailDecades = 3;

/** And the middle half of a side's values lies in less than this part of the axis: equal bins may be many as well. */
const middlePart = 0.05;

/** Width of the bins that hold the middle half of a side's values; infinite for a side that is absent. */
function middleWidth({ xMin, xMax }: HistogramProfile['bins'], side: Distribution | null): number {
  if (side === null) {
    return Infinity;
  }
  const reach = (part: number) => {
    let below = 0;
    const idx = side.shares.findIndex((share) => (below += share) >= part);
    return idx < 0 ? xMin.length - 1 : idx;
  };
  return at(xMax, reach(0.75)) - at(xMin, reach(0.25));
}

/** Whether a linear axis would press most of the values together at one place. */
export function hasLongTail(profile: ProfileModel): boolean {
  if (profile.shape !== 'histogram' || singleValue(profile) !== null) {
    return false;
  }
  const { bins, target, baseline } = profile;
  const [min, max] = [at(bins.xMin, 0), at(bins.xMax, bins.xMax.length - 1)];
  const finest = min > 0 ? min : narrowestBin(bins);
  const isWide = finest > 0 && Math.max(Math.abs(min), Math.abs(max)) / finest > 10 ** longTailDecades;
  return isWide && [target, baseline].some((side) => middleWidth(bins, side) < middlePart * (max - min));
}
