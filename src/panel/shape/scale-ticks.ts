import type { Scale } from './scale.ts';
import { ticks, type Ticks } from './ticks.ts';

/** Rounding must not take away a power of ten that is an end of the domain. */
const tolerance = 1e-9;

/** Every `step`-th power of ten in an interval of positive numbers, down from the largest. */
function powers(from: number, to: number, step: number): readonly number[] {
  const last = Math.floor(Math.log10(to) + tolerance);
  const first = Math.ceil(Math.log10(from) - tolerance);
  const found: number[] = [];
  for (let power = last; power >= first; power -= step) {
    found.unshift(Math.min(Math.max(10 ** power, from), to));
  }
  return found;
}

function valuesAt({ domain: { min, max }, linearTo }: Scale, step: number): readonly number[] {
  if (linearTo === undefined) {
    return powers(min, max, step);
  }
  const above = max > linearTo ? powers(Math.max(linearTo, min), max, step) : [];
  const below = -min > linearTo ? powers(Math.max(linearTo, -max), -min, step) : [];
  return [...below.map((value) => -value).reverse(), ...(min <= 0 && max >= 0 ? [0] : []), ...above];
}

/**
 * Values to mark on a scale, at most `count`: round ones, on logarithmic scales zero and powers of ten, as many of them
 * as there is room for. Where there are no two powers, the round ones of a linear scale.
 */
export function scaleTicks(scale: Scale, count: number): Ticks {
  if (scale.kind === 'linear') {
    return ticks(scale.domain, count);
  }
  for (let step = 1; step < 700; step++) {
    const values = valuesAt(scale, step);
    if (values.length < 2) {
      break;
    }
    if (values.length <= count) {
      return { values, decimals: undefined };
    }
  }
  return ticks(scale.domain, count);
}
