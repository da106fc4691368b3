import type { DiffConfig, FixedConfig, StddevConfig, StddevParams, ThresholdType } from '../../contract/index.ts';
import { type MetricLookup, readMetric } from './config-metric.ts';
import { ConfigParams } from './config-params.ts';
import { refuseTooManyBuckets } from './bucket-limit.ts';
import type { DocumentReader } from './document-reader.ts';
import { needBaseline } from './parse-baseline.ts';
import { Refusal, missing } from './refusal.ts';

/** The engine's defaults (spec/monitor-config.md 5, spec/analyzers.md b.4). */
export const stddevDefaults = {
  factor: 3,
  minBatchSize: 3,
  grubbSignificance: 0.95,
  alpha: 0.05,
  lambdaKeep: 0.5,
} as const;

/** The side that `thresholdType` names; null: both. */
export function readThresholdType(reader: DocumentReader): ThresholdType | null {
  return reader.oneOf('thresholdType', ['upper', 'lower']);
}

/** `minLowerThreshold` and `maxUpperThreshold`; an analyzer in which they contradict each other fails at every run. */
export function readStaticBounds(reader: DocumentReader) {
  const bounds = {
    minLowerThreshold: reader.number('minLowerThreshold'),
    maxUpperThreshold: reader.number('maxUpperThreshold'),
  };
  if ((bounds.minLowerThreshold ?? -Infinity) > (bounds.maxUpperThreshold ?? Infinity)) {
    reader.add(
      'error',
      'minLowerThreshold',
      'contradiction',
      `minLowerThreshold ${String(bounds.minLowerThreshold)} is above maxUpperThreshold ${String(bounds.maxUpperThreshold)}, ` +
        'so every run fails. Remedy: swap them'
    );
  }
  return bounds;
}

/** Reads the config of a fixed analyzer. @throws Refusal as readConfig */
export function readFixed(reader: DocumentReader, metricOf: MetricLookup): FixedConfig {
  const { name } = readMetric(reader, metricOf);
  const [lower, upper] = [reader.number('lower'), reader.number('upper')];
  const nConsecutive = reader.integer('nConsecutive');
  refuseTooManyBuckets(reader.pathOf('nConsecutive'), nConsecutive ?? 1);
  if (lower === null && upper === null) {
    reader.problems.add(
      'warning',
      reader.path,
      'never-runs',
      'there is neither a lower nor an upper bound, so it never alerts. Remedy: add lower, upper or both'
    );
  }
  if (lower !== null && upper !== null && lower > upper) {
    reader.add(
      'error',
      'lower',
      'contradiction',
      `lower ${lower} is above upper ${upper}, so every run fails. Remedy: swap them`
    );
  }
  return { type: 'fixed', metric: name, lower, upper, nConsecutive };
}

/** Reads the config of a diff analyzer. @throws Refusal as readConfig */
export function readDiff(reader: DocumentReader, metricOf: MetricLookup): DiffConfig {
  const { name } = readMetric(reader, metricOf);
  const threshold = reader.number('threshold');
  if (threshold === null) {
    throw missing(
      reader.pathOf('threshold'),
      'diff needs a threshold. Remedy: add one, such as 10 for 10 per cent with mode pct'
    );
  }
  if (threshold < 0) {
    throw new Refusal(
      reader.pathOf('threshold'),
      'out-of-range',
      'CalculationException',
      `the threshold ${threshold} is negative, and a difference never is. Remedy: ${-threshold}, and thresholdType for one side`
    );
  }
  return {
    type: 'diff',
    metric: name,
    mode: reader.oneOf('mode', ['abs', 'pct']) ?? 'abs',
    threshold,
    thresholdType: readThresholdType(reader),
    baseline: needBaseline(reader),
  };
}

function readStddevParams(reader: DocumentReader): StddevParams {
  const params = new ConfigParams(reader);
  const read = {
    enableAlertsFilter: params.flag('enableAlertsFilter'),
    enableAnomalyReplacement: params.flag('enableAnomalyReplacement'),
    enableGrubb: params.flag('enableGrubb'),
    grubbSignificance: params.number('grubbSignificance') ?? stddevDefaults.grubbSignificance,
    alpha: params.number('alpha') ?? stddevDefaults.alpha,
    lambdaKeep: params.number('lambdaKeep') ?? stddevDefaults.lambdaKeep,
  };
  params.skip('seed');
  params.noteUnknownKeys();
  return read;
}

/** Reads the config of a stddev analyzer. @throws Refusal as readConfig */
export function readStddev(reader: DocumentReader, metricOf: MetricLookup): StddevConfig {
  const { name } = readMetric(reader, metricOf);
  const limitType = reader.oneOf('limitType', ['or', 'and', 'disjunction', 'conjunction']);
  return {
    type: 'stddev',
    metric: name,
    factor: reader.number('factor') ?? stddevDefaults.factor,
    minBatchSize: reader.integer('minBatchSize') ?? stddevDefaults.minBatchSize,
    thresholdType: readThresholdType(reader),
    ...readStaticBounds(reader),
    limitType: limitType === 'and' || limitType === 'conjunction' ? 'and' : 'or',
    baseline: needBaseline(reader),
    params: readStddevParams(reader),
  };
}
