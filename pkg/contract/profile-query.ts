import type { Baseline } from './baseline.ts';
import { parseBaseline } from './baseline.ts';
import type { DistributionSource } from './distribution-source.ts';
import { distributionSources } from './distribution-source.ts';
import type { JsonReader } from './json-reader.ts';
import type { DistanceName } from './metric-name.ts';
import { distanceMetrics } from './metric-name.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon } from './query-common.ts';

/** The distributions of a target and a baseline on common bins or categories. */
export interface ProfileQuery extends CommonQuery {
  readonly kind: 'profile';
  /** `latest`: the newest batch; `range`: all batches of the range together. */
  readonly target: 'latest' | 'range';
  readonly baseline: Baseline | null;
  readonly distribution: DistributionSource;
  readonly algorithm: DistanceName;
}

/** @throws ContractError */
export function parseProfileQuery(reader: JsonReader): ProfileQuery {
  return {
    kind: 'profile',
    ...parseCommon(reader),
    target: reader.optionalOneOf('target', ['latest', 'range'] as const) ?? 'range',
    baseline: parseBaseline(reader.optionalObject('baseline')) ?? null,
    distribution: reader.optionalOneOf('distribution', distributionSources) ?? 'auto',
    algorithm: reader.optionalOneOf('algorithm', distanceMetrics) ?? 'hellinger',
  };
}
