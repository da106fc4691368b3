import type { Baseline } from './baseline.ts';
import { defaultBaseline, parseBaseline } from './baseline.ts';
import type { DistributionSource } from './distribution-source.ts';
import { distributionSources } from './distribution-source.ts';
import type { JsonReader } from './json-reader.ts';
import type { Metric } from './metric-name.ts';
import { parseMetric } from './metric-name.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon } from './query-common.ts';
import { refuseVariables } from './variables.ts';

/** A metric of each column and segment, as a series over the range or of the newest batch alone. */
export interface MetricQuery extends CommonQuery {
  readonly kind: 'metric';
  readonly metric: Metric;
  readonly mode: 'series' | 'latest';
  /** Only distances have one. */
  readonly baseline: Baseline;
  readonly distribution: DistributionSource;
}

/** @throws ContractError */
export function parseMetricQuery(reader: JsonReader): MetricQuery {
  const name = reader.string('metric');
  refuseVariables('metric', name);
  const metric = parseMetric(name);
  const baseline = parseBaseline(reader.optionalObject('baseline'));
  return {
    kind: 'metric',
    ...parseCommon(reader),
    metric,
    mode: reader.optionalOneOf('mode', ['series', 'latest'] as const) ?? 'series',
    baseline: baseline ?? defaultBaseline,
    distribution: reader.optionalOneOf('distribution', distributionSources) ?? 'auto',
  };
}
