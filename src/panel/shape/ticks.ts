import type { Domain } from './scale.ts';

export interface Ticks {
  readonly values: readonly number[];
  /** Digits behind the point that tell them apart; undefined where each needs its own. */
  readonly decimals: number | undefined;
}

const niceFactors = [1, 2, 2.5, 5] as const;
const mostDecimals = 12;

/** Digits behind the point that a nice step has. */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * scaled) {
      return decimals;
    }
  }
  return mostDecimals;
}

/** Nice steps in ascending order, from the one that surely gives more than `count` values to one that gives fewer. */
function niceSteps(span: number, count: number): readonly number[] {
  const power = Math.floor(Math.log10(span / count));
  return [power - 1, power, power + 1].flatMap((exponent) => niceFactors.map((factor) => factor * 10 ** exponent));
}

function multiples(step: number, { min, max }: Domain): readonly number[] {
  const [first, last] = [Math.ceil(min / step - 1e-9), Math.floor(max / step + 1e-9)];
  // Where numbers lie closer than doubles do, multiples of the step would be one and the same.
  const count = Number.isSafeInteger(first) && Number.isSafeInteger(last) ? last - first + 1 : 0;
  // Products, not a running sum, and no -0. Rounding may lead beyond the ends.
  return Array.from({ length: Math.max(Math.min(count, 100), 0) }, (_, i) =>
    Math.min(Math.max((first + i) * step || 0, min), max)
  );
}

/**
 * Round values within a domain, evenly spaced, as many as possible but at most `count`. Where there are no two of them
 * (a domain too narrow for the digits of a number) the domain's ends are taken.
 */
export function ticks(domain: Domain, count: number): Ticks {
  const { min, max } = domain;
  const span = max - min;
  if (count < 1) {
    return { values: [], decimals: 0 };
  }
  const steps = Number.isFinite(span) && span > 0 ? niceSteps(span, count) : [];
  for (const step of steps) {
    const values = step > 0 && Number.isFinite(step) ? multiples(step, domain) : [];
    if (values.length >= Math.min(2, count) && values.length <= count && new Set(values).size === values.length) {
      return { values, decimals: decimalsOf(step) };
    }
  }
  return { values: [min, max].slice(0, count), decimals: 0 };
}
