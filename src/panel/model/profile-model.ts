import type { Baseline, DistanceName, ProfileSide } from '../../../pkg/contract/index.ts';

/** One side's values over the cells (bins or categories) of a profile. */
export interface Distribution {
  /** Null where the data source gave shares alone. */
  readonly counts: Float64Array | null;
  /** Of all values in cells, 0 to 1. */
  readonly shares: Float64Array;
}

/** A side that is absent is null; a profile without both has no cells and is `empty`. */
export type Sides =
  | { readonly target: Distribution; readonly baseline: Distribution | null }
  | { readonly target: null; readonly baseline: Distribution };

/** Bins in ascending order; xMin <= xMax, each xMax <= the next xMin. All are [xMin, xMax) but the last, [xMin, xMax]. */
export interface Bins {
  readonly xMin: Float64Array;
  readonly xMax: Float64Array;
}

/** The analyzer's own bins with each one's share of the distance. */
export interface BinContributions extends Bins {
  /** Sums to 1, or all 0. Single ones may be negative (KL divergence). */
  readonly contribution: Float64Array;
  readonly targetShares: Float64Array;
  readonly baselineShares: Float64Array;
}

/** What was found of the target. Each state has the numbers that it stands on, and no others. */
export type Judgement =
  | {
      readonly state: 'anomaly' | 'ok';
      readonly algorithm: DistanceName;
      readonly distance: number;
      readonly threshold: number;
    }
  | { readonly state: 'not-judged'; readonly algorithm: DistanceName | null; readonly distance: number | null }
  | { readonly state: 'no-baseline' | 'no-target' | 'not-enough-data' | 'failed' };

export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

interface ProfileBase {
  /** What tells it from the other profiles of the response; unique among them. */
  readonly name: string;
  readonly judgement: Judgement;
  /** The verdict in the back end's words; null when it said none. */
  readonly verdictSentence: string | null;
  readonly targetFacts: ProfileSide | null;
  readonly baselineFacts: ProfileSide | null;
  readonly baselineSpec: Baseline | null;
  /** Size of a batch, such as `daily`; null when it is not said. */
  readonly granularity: string | null;
  readonly notices: readonly Notice[];
  /** Keys of the metadata that the data source should have sent and did not. */
  readonly missing: readonly string[];
}

export type HistogramProfile = ProfileBase &
  Sides & {
    readonly shape: 'histogram';
    readonly bins: Bins;
    /** All values are whole numbers, and edges lie between them: 3.5 to 5.5 holds 4 and 5. */
    readonly isWhole: boolean;
    readonly contributions: BinContributions | null;
  };

export type CategoriesProfile = ProfileBase &
  Sides & {
    readonly shape: 'categories';
    readonly names: readonly string[];
    /** Sums to 1, or all 0; null without a baseline. */
    readonly contribution: Float64Array | null;
  };

/** Nothing that could be drawn as cells; there may still be missing values to show, and a reason to say. */
export type EmptyProfile = ProfileBase & { readonly shape: 'empty' };

export type ProfileModel = HistogramProfile | CategoriesProfile | EmptyProfile;

/** The same profile seen from the other side. */
export function swapSides(profile: HistogramProfile): HistogramProfile {
  const { target, baseline, contributions } = profile;
  if (target === null || baseline === null) {
    return profile;
  }
  return {
    ...profile,
    target: baseline,
    baseline: target,
    targetFacts: profile.baselineFacts,
    baselineFacts: profile.targetFacts,
    contributions: contributions && {
      ...contributions,
      targetShares: contributions.baselineShares,
      baselineShares: contributions.targetShares,
    },
  };
}
