import type { DriftConfig, SeasonalConfig, SeasonalOrder } from '../../contract/index.ts';
import { type MetricLookup, readMetric } from './config-metric.ts';
import { ConfigParams } from './config-params.ts';
import { readStaticBounds, readThresholdType } from './config-threshold.ts';
import type { DocumentReader } from './document-reader.ts';
import { needBaseline } from './parse-baseline.ts';
import { Refusal, missing } from './refusal.ts';
import { readTimeRanges } from './time-range.ts';

/** Distances of the original that give values there. */
export const driftAlgorithms = ['hellinger', 'jensenshannon', 'kl_divergence', 'psi'] as const;

/** Ours. The first two stand in the original's list too, where they are not implemented. */
export const ownDriftAlgorithms = ['ks_test', 'variation_distance', 'wasserstein', 'chi_square'] as const;

/** The engine's defaults (spec/monitor-config.md 5, spec/analyzers.md b.6). */
export const seasonalDefaults = { alpha: 0.05, minBatchSize: 1, stddevFactor: 1 } as const;
const defaultOrder: SeasonalOrder = { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 };

/** Reads the config of a drift analyzer. @throws Refusal as readConfig */
export function readDrift(reader: DocumentReader, metricOf: MetricLookup): DriftConfig {
  const { name: written, metric } = readMetric(reader, metricOf);
  const { name } = metric;
  if (name !== 'histogram' && name !== 'frequent_items') {
    throw new Refusal(
      reader.pathOf('metric'),
      'unsupported',
      'IncompatibleTypes',
      `drift compares distributions, and "${written}" is none. Remedy: histogram for numbers, frequent_items for texts`
    );
  }
  const algorithm = reader.oneOf('algorithm', [...driftAlgorithms, ...ownDriftAlgorithms]) ?? 'hellinger';
  if (ownDriftAlgorithms.some((own) => own === algorithm)) {
    reader.add('note', 'algorithm', 'extension', `"${algorithm}" is Driftglass' own; WhyLabs gave no result for it`);
  }
  if (name === 'frequent_items' && (algorithm === 'ks_test' || algorithm === 'wasserstein')) {
    reader.add(
      'error',
      'algorithm',
      'unsupported',
      `${algorithm} needs numbers and frequent_items has texts, so every run fails. Remedy: chi_square, or the metric histogram`
    );
  }
  const bins = reader.oneOf('bins', ['equal_width', 'equal_mass']) ?? 'equal_width';
  if (bins === 'equal_mass') {
    reader.add('note', 'bins', 'extension', '"equal_mass" is Driftglass\' own; WhyLabs had bins of equal width alone');
  }
  const threshold = reader.number('threshold');
  if (threshold === null) {
    throw missing(
      reader.pathOf('threshold'),
      "drift needs a threshold; the engine has no default. Remedy: write it out, such as 0.7, the schema's default"
    );
  }
  return {
    type: 'drift',
    metric: name,
    algorithm,
    threshold,
    minBatchSize: reader.integer('minBatchSize') ?? 1,
    bins,
    baseline: needBaseline(reader),
  };
}

function readOrder(params: ConfigParams): SeasonalOrder {
  return {
    p: params.count('p') ?? defaultOrder.p,
    d: params.count('d') ?? defaultOrder.d,
    q: params.count('q') ?? defaultOrder.q,
    P: params.count('P') ?? defaultOrder.P,
    D: params.count('D') ?? defaultOrder.D,
    Q: params.count('Q') ?? defaultOrder.Q,
    m: params.count('m') ?? defaultOrder.m,
  };
}

/** Reads the config of a seasonal analyzer. @throws Refusal as readConfig */
export function readSeasonal(reader: DocumentReader, metricOf: MetricLookup): SeasonalConfig {
  const { name } = readMetric(reader, metricOf);
  const algorithm = reader.text('algorithm') ?? 'arima';
  if (algorithm !== 'arima') {
    throw new Refusal(
      reader.pathOf('algorithm'),
      'unsupported',
      'CalculationException',
      `"${algorithm}" is not implemented, at WhyLabs either. Remedy: arima`
    );
  }
  const baseline = needBaseline(reader);
  if (baseline.type !== 'TrailingWindow') {
    throw new Refusal(
      reader.pathOf('baseline'),
      'unsupported',
      'IncompatibleTypes',
      `seasonal needs a TrailingWindow, not ${baseline.type}. Remedy: {"type": "TrailingWindow", "size": 90}`
    );
  }
  const params = new ConfigParams(reader);
  const config = {
    type: 'seasonal',
    metric: name,
    algorithm,
    alpha: params.number('alpha') ?? reader.number('alpha') ?? seasonalDefaults.alpha,
    minBatchSize: reader.integer('minBatchSize') ?? seasonalDefaults.minBatchSize,
    stddevTimeRanges: readTimeRanges(reader, 'stddevTimeRanges'),
    stddevFactor: reader.number('stddevFactor') ?? seasonalDefaults.stddevFactor,
    thresholdType: readThresholdType(reader),
    ...readStaticBounds(reader),
    order: readOrder(params),
    baseline,
  } as const;
  params.noteUnknownKeys();
  reader.skip('alpha', 'stddevMaxBatchSize');
  return config;
}
