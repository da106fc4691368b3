import type { Amount, DisplayBin, DisplayBins } from './display-bins.ts';

/** What the height of a bar means. */
export type YMode = 'count' | 'share' | 'density';
export type YModeOption = 'auto' | YMode;

/**
 * The mode that is drawn: shares where bins have one width, densities (share ÷ width) where widths differ, so that area
 * is probability. Widths are those on the axis: equal bins differ in width on a logarithmic one. A bin without width has no density, a side without counts no count: those are drawn as shares.
 */
export function resolveYMode(option: YModeOption, { bins, isEven }: DisplayBins): YMode {
  const hasWidths = bins.every(({ width }) => width > 0);
  const hasCounts = bins.every(({ target, baseline }) => target?.count !== null && baseline?.count !== null);
  switch (option) {
    case 'auto':
      return isEven || !hasWidths ? 'share' : 'density';
    case 'density':
      return hasWidths ? 'density' : 'share';
    case 'count':
      return hasCounts ? 'count' : 'share';
    case 'share':
      return 'share';
  }
}

/**
 * The height of a bar in the units of the mode. Where the data's bins have one width, a bar that stands for more or
 * fewer of them than its neighbours is drawn as high as they would be: its height times its width is its amount.
 */
export function barHeight(
  amount: Amount | null,
  { width }: Pick<DisplayBin, 'width'>,
  mode: YMode,
  { isEven, barWidth }: DisplayBins
): number {
  if (amount === null) {
    return 0;
  }
  if (mode === 'density') {
    const density = amount.share / width;
    return Number.isFinite(density) ? density : Number.MAX_VALUE;
  }
  const value = mode === 'count' ? (amount.count ?? 0) : amount.share;
  const ratio = barWidth / width;
  return isEven && Number.isFinite(ratio) ? value * ratio : value;
}
