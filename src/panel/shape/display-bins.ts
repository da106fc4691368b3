import { at } from '../element.ts';
import type { Distribution, HistogramProfile } from '../model/profile-model.ts';
import { axisScale, type XScale } from './log-scale.ts';
import { narrowestBin } from './narrowest-bin.ts';
import { linearScale, type Scale, widenedDomain } from './scale.ts';

/** Narrowest bar, in pixels: below it neighbours are drawn, and read, as one. */
export const minBarPixels = 2;

/** One side's amounts in a display bin. */
export interface Amount {
  /** Null where the data source gave shares alone. */
  readonly count: number | null;
  readonly share: number;
}

/** A bar's place and amounts: one bin of the data, or neighbouring ones together. */
export interface DisplayBin {
  readonly xMin: number;
  readonly xMax: number;
  /** Along the axis, which may be logarithmic. */
  readonly width: number;
  /** True for the last one, which holds its right edge too. */
  readonly isClosed: boolean;
  /** Bins of the data in it. */
  readonly merged: number;
  /** Null for a side that is absent. */
  readonly target: Amount | null;
  readonly baseline: Amount | null;
}

export interface DisplayBins {
  readonly bins: readonly DisplayBin[];
  /** True when the data's bins, before any merging, have one width on the axis. */
  readonly isEven: boolean;
  /** True when everything lies at one value: nothing has a width, the domain is widened for drawing. */
  readonly isSingleValue: boolean;
  /** Width of an ordinary bar along the axis; 0 for a single value. */
  readonly barWidth: number;
}

/** Bins of a fifth of two pixels make a bar by fives, whatever rounding does. */
const pixelTolerance = 1e-6;

/** Widths that differ by less than this part are one width: edges are sums of floating-point numbers. */
const widthTolerance = 1e-6;

/** The one value of a column, by its extremes or because its only bin has no width; null when there are several. */
export function singleValue({ bins, target, baseline, ...profile }: HistogramProfile): number | null {
  const [first, last] = [at(bins.xMin, 0), at(bins.xMax, bins.xMax.length - 1)];
  if (first === last) {
    return first;
  }
  const sides = [
    ...(target === null ? [] : [profile.targetFacts]),
    ...(baseline === null ? [] : [profile.baselineFacts]),
  ];
  const value = sides[0]?.min ?? null;
  return value !== null && sides.every((side) => side?.min === value && side.max === value) ? value : null;
}

function hasOneWidth({ xMin, xMax }: HistogramProfile['bins'], scale: Scale): boolean {
  const width = scale.length(at(xMin, 0), at(xMax, 0));
  return xMin.every((start, i) => Math.abs(scale.length(start, at(xMax, i)) - width) <= widthTolerance * width);
}

function amount(side: Distribution | null, from: number, to: number): Amount | null {
  if (side === null) {
    return null;
  }
  let [count, share] = [0, 0];
  for (let i = from; i < to; i++) {
    count += side.counts === null ? 0 : at(side.counts, i);
    share += at(side.shares, i);
  }
  return { count: side.counts === null ? null : count, share };
}

/** The scale of a histogram's own range over pixels; a single value has a linear one. */
export function histogramScale(
  profile: HistogramProfile,
  start: number,
  end: number,
  wanted: XScale = 'linear'
): Scale {
  const single = singleValue(profile);
  const { xMin, xMax } = profile.bins;
  if (single !== null) {
    return linearScale(widenedDomain(single, single), start, end);
  }
  const domain = widenedDomain(at(xMin, 0), at(xMax, xMax.length - 1));
  return axisScale(wanted, domain, narrowestBin(profile.bins), start, end);
}

/**
 * Puts neighbouring bins together until each bar is at least two pixels wide. Counts and shares add up to what they
 * were. Bins with a gap between them are never put together: the gap is part of the distribution. A last bar that
 * remains too narrow joins the one before it.
 */
export function displayBins(profile: HistogramProfile, scale: Scale): DisplayBins {
  const { bins, target, baseline } = profile;
  const count = bins.xMin.length;
  const single = singleValue(profile);
  const make = (from: number, to: number, xMin = at(bins.xMin, from), xMax = at(bins.xMax, to - 1)): DisplayBin => ({
    xMin,
    xMax,
    width: scale.length(xMin, xMax),
    isClosed: to === count,
    merged: to - from,
    target: amount(target, from, to),
    baseline: amount(baseline, from, to),
  });
  if (single !== null) {
    return { bins: [make(0, count, single, single)], isEven: true, isSingleValue: true, barWidth: 0 };
  }
  const starts = [0];
  for (let i = 1; i < count; i++) {
    const start = at(bins.xMin, starts.at(-1) ?? 0);
    const isApart = at(bins.xMin, i) - at(bins.xMax, i - 1) > widthTolerance * (at(bins.xMax, i) - at(bins.xMin, i));
    const isWide = (from: number, to: number) =>
      scale.toPixel(to) - scale.toPixel(from) >= minBarPixels - pixelTolerance;
    if (isApart || (isWide(start, at(bins.xMax, i - 1)) && isWide(at(bins.xMin, i), at(bins.xMax, count - 1)))) {
      starts.push(i);
    }
  }
  const shown = starts.map((from, i) => make(from, starts[i + 1] ?? count));
  const [first] = shown;
  return { bins: shown, isEven: hasOneWidth(bins, scale), isSingleValue: false, barWidth: first?.width ?? 0 };
}
