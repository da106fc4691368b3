import type { ProfileSide } from '../../../pkg/contract/index.ts';

/** Values that are in no bin. */
export const specialKinds = ['null', 'nan', 'inf'] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** How many of a side's rows are of a kind; null where the side does not say. */
export interface SpecialAmount {
  readonly count: number;
  /** Of all rows of the side, 0 to 1. */
  readonly share: number;
}

export interface SpecialValue {
  readonly kind: SpecialKind;
  readonly target: SpecialAmount | null;
  readonly baseline: SpecialAmount | null;
}

/**
 * NaN that are in no other bar: whylogs counts NaN of data frames among the missing values as well, and then the rows
 * beside values, missing and infinite ones are fewer than the NaN.
 */
function ownNaN({ count, count_nan, count_null, count_inf, n }: ProfileSide): number | null {
  return count === null || count_nan === null
    ? count_nan
    : Math.min(Math.max(count - n - (count_null ?? 0) - (count_inf ?? 0), 0), count_nan);
}

function countOf(side: ProfileSide, kind: SpecialKind): number | null {
  return kind === 'nan' ? ownNaN(side) : side[`count_${kind}`];
}

function amountOf(side: ProfileSide | null, kind: SpecialKind): SpecialAmount | null {
  const count = side && countOf(side, kind);
  const rows = side?.count ?? null;
  // More of a kind than rows can only be a mistake of the sender; a share above 1 must not be drawn.
  return count === null || rows === null || rows <= 0 || count < 0 ? null : { count, share: Math.min(count / rows, 1) };
}

/** The kinds of which either side has any, in the order of `specialKinds`. */
export function specialValues(target: ProfileSide | null, baseline: ProfileSide | null): readonly SpecialValue[] {
  return specialKinds
    .map((kind) => ({ kind, target: amountOf(target, kind), baseline: amountOf(baseline, kind) }))
    .filter((value) => (value.target?.count ?? 0) > 0 || (value.baseline?.count ?? 0) > 0);
}

/** Share of the rows that are null; null where the side does not say. */
export function nullShare(side: ProfileSide | null): number | null {
  return amountOf(side, 'null')?.share ?? null;
}
