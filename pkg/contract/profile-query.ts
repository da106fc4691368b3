import type { Baseline } from './baseline.ts';
import { parseBaseline } from './baseline.ts';
import type { DisplayBins } from './display-bins.ts';
import { parseBins } from './display-bins.ts';
import type { DistributionSource } from './distribution-source.ts';
import { distributionSources } from './distribution-source.ts';
import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';
import type { DistanceName } from './metric-name.ts';
import { distanceMetrics } from './metric-name.ts';
import { parseNumber } from './parse-number.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon, parseMoment } from './query-common.ts';

/** `latest`: the newest completed batch; `range`: all batches of the range together; `batch`: the one of a moment. */
export const profileTargets = ['latest', 'range', 'batch'] as const;

type ProfileTarget =
  | { readonly target: 'latest' | 'range' }
  /** The batch that holds this moment, epoch ms; the range does not matter. */
  | { readonly target: 'batch'; readonly batchMs: number };

/** The distributions of a target and a baseline on common bins or categories. */
export type ProfileQuery = ProfileTarget &
  CommonQuery & {
    readonly kind: 'profile';
    readonly baseline: Baseline | null;
    readonly distribution: DistributionSource;
    readonly algorithm: DistanceName;
    /** The bins that are shown; the distance is always taken on the analyzer's own. */
    readonly bins: DisplayBins;
    /** A distance above it is an anomaly; null: the distance is not judged. */
    readonly threshold: number | null;
  };

/**
 * Without `target`, a `batch` is one, so that a dashboard can leave the choice to a variable: empty for the range,
 * `latest`, or a moment.
 */
function parseTarget(reader: JsonReader): ProfileTarget {
  const batch = reader.optionalValue('batch');
  const isGiven = batch !== undefined && batch !== '';
  const target = reader.optionalOneOf('target', profileTargets) ?? (isGiven ? 'batch' : 'range');
  if (target !== 'batch') {
    return { target };
  }
  if (batch === 'latest') {
    return { target: 'latest' };
  }
  const batchMs = parseMoment(reader, 'batch');
  if (batchMs === null) {
    throw new ContractError(
      'missing',
      'batch',
      'is missing; it names the batch that is the target, such as 2013-03-08'
    );
  }
  return { target, batchMs };
}

function parseThreshold(reader: JsonReader): number | null {
  const threshold = parseNumber(reader, 'threshold');
  if (threshold !== null && threshold < 0) {
    throw new ContractError('out-of-range', 'threshold', `${threshold} is below 0, the least distance`);
  }
  return threshold;
}

/** @throws ContractError */
export function parseProfileQuery(reader: JsonReader): ProfileQuery {
  return {
    kind: 'profile',
    ...parseCommon(reader),
    ...parseTarget(reader),
    baseline: parseBaseline(reader.optionalObject('baseline')) ?? null,
    distribution: reader.optionalOneOf('distribution', distributionSources) ?? 'auto',
    algorithm: reader.optionalOneOf('algorithm', distanceMetrics) ?? 'hellinger',
    bins: parseBins(reader),
    threshold: parseThreshold(reader),
  };
}
