import type { Baseline } from './baseline.ts';
import type { Provenance } from './frame-meta.ts';
import type { DistanceName } from './metric-name.ts';

/** meta.type of a histogram; its first fields are those of Grafana's own histogram panel. */
export const histogramFrame = 'driftglass-histogram';
/** meta.type of a list of categories. */
export const categoriesFrame = 'driftglass-categories';
/** meta.type of the analyzer's own bins with each one's share of the distance; beside a histogram frame. */
export const contributionsFrame = 'driftglass-contributions';

/** What a panel says of one side of a comparison. Null: the side does not have it. */
export interface ProfileSide {
  readonly count: number | null;
  readonly count_null: number | null;
  /** Values that are no numbers or no finite ones; they are in no bin. */
  readonly count_nan: number | null;
  readonly count_inf: number | null;
  /** Values that the histogram or the items stand on. */
  readonly n: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly stddev: number | null;
  readonly unique_est: number | null;
  /** Rank and value, classic convention. */
  readonly quantiles: readonly { readonly rank: number; readonly value: number }[];
  /** Half width of the sketch's interval around any share, at 99 %; 0 when it is exact; null without a sketch. */
  readonly rankError: number | null;
  /** Batches with data, of the buckets that the side covers. */
  readonly batches: number;
  readonly buckets: number;
  /** Start and end of the side's time, epoch ms; null for a reference. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/**
 * What is to be said of the target: `anomaly` and `ok` are the threshold's; without a threshold it is `not-judged`.
 */
export type ProfileVerdict =
  'anomaly' | 'ok' | 'not-judged' | 'no-baseline' | 'no-target' | 'not-enough-data' | 'failed';

/**
 * How the bins of a histogram frame were made. `single_value`: one bin of no width, for all values are the same;
 * `per_value`: one a whole number, half a step to each side of it; `whole_numbers`: the same number of whole numbers
 * in each.
 */
export type Binning = 'single_value' | 'per_value' | 'whole_numbers' | 'equal_width' | 'equal_mass' | 'analyzer';

/** `meta.custom` of the profile query's frames. */
export interface ProfileFrameMeta extends Provenance {
  readonly column: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether the column holds numbers or categories here. */
  readonly shape: 'histogram' | 'categories';
  readonly algorithm: DistanceName;
  /** Null where it cannot be computed: without a baseline, or when the verdict is `failed`. */
  readonly distance: number | null;
  /** A distance above it is an anomaly (strictly); null: not judged. */
  readonly threshold: number | null;
  readonly verdict: ProfileVerdict;
  /** The verdict in one sentence with its numbers and reasons. */
  readonly sentence: string;
  readonly target: ProfileSide | null;
  readonly baseline: ProfileSide | null;
  /** What the baseline was to be; null when the query asked for none. */
  readonly baselineSpec: Baseline | null;
  /** Of histogram frames alone. */
  readonly binning?: Binning;
}
