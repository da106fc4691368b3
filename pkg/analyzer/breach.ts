import type { ThresholdType } from '../contract/index.ts';
import { formatNumber } from './format-number.ts';

/** Bounds of a value; a side without one is infinite. NaN: the bound could not be computed, and is never crossed. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** The side on which a value lies outside its bounds. */
export type Breach = 'above' | 'below';

/**
 * Whether a value lies outside its bounds: strictly, so a value on its bound does not; NaN never does (spec/analyzers.md
 * b.2, b.4 step 7).
 */
export function breachOf(value: number, { lower, upper }: Bounds): Breach | null {
  return value > upper ? 'above' : value < lower ? 'below' : null;
}

/** Whether an analyzer looks at the side of a breach. */
export function isWatched(breach: Breach, thresholdType: ThresholdType | null): boolean {
  return thresholdType === null || thresholdType === (breach === 'above' ? 'upper' : 'lower');
}

/** How a value lies to its bounds: `0.513, above the upper bound 0.0927`, `90,000, within the bounds 38,141 to 121,390`. */
export function describeBounds(value: number, bounds: Bounds): string {
  const [text, lower, upper] = [value, bounds.lower, bounds.upper].map(formatNumber);
  if (Number.isNaN(value)) {
    return `${text}, which never alerts`;
  }
  switch (breachOf(value, bounds)) {
    case 'above':
      return `${text}, above the upper bound ${upper}`;
    case 'below':
      return `${text}, below the lower bound ${lower}`;
    case null:
      return bounds.lower === -Infinity
        ? bounds.upper === Infinity
          ? `${text}, which has no bounds`
          : `${text}, not above the upper bound ${upper}`
        : bounds.upper === Infinity
          ? `${text}, not below the lower bound ${lower}`
          : `${text}, within the bounds ${lower} to ${upper}`;
  }
}
