import type { JsonObject, ProfileSide } from '../../../pkg/contract/index.ts';
import { numberAt, objectsAt } from './json.ts';

/**
 * Reads what is said of one side in `meta.custom`.
 *
 * @param total values in the side's cells, for data sources that do not say `n`
 */
export function parseSide(json: JsonObject, total: number): ProfileSide {
  return {
    count: numberAt(json, 'count'),
    count_null: numberAt(json, 'count_null'),
    count_nan: numberAt(json, 'count_nan'),
    count_inf: numberAt(json, 'count_inf'),
    n: numberAt(json, 'n') ?? total,
    min: numberAt(json, 'min'),
    max: numberAt(json, 'max'),
    mean: numberAt(json, 'mean'),
    stddev: numberAt(json, 'stddev'),
    unique_est: numberAt(json, 'unique_est'),
    quantiles: objectsAt(json, 'quantiles').flatMap((entry) => {
      const [rank, value] = [numberAt(entry, 'rank'), numberAt(entry, 'value')];
      return rank === null || value === null ? [] : [{ rank, value }];
    }),
    rankError: numberAt(json, 'rankError'),
    batches: numberAt(json, 'batches') ?? 0,
    buckets: numberAt(json, 'buckets') ?? 0,
    startMs: numberAt(json, 'startMs'),
    endMs: numberAt(json, 'endMs'),
  };
}

/** The value at a rank, or null when the side does not say it. */
export function quantileOf(side: ProfileSide | null, rank: number): number | null {
  return side?.quantiles.find((quantile) => quantile.rank === rank)?.value ?? null;
}
