import type { PriorResult, ScalarType, ScalarValue, SeriesPoint } from '../../analyzer/index.ts';
import {
  columnList,
  comparison,
  diff,
  drift,
  fixed,
  frequentStringComparison,
  listComparison,
  monotonic,
  seasonal,
  stddev,
} from '../../analyzer/index.ts';
import type {
  AnalyzerConfig,
  AnalyzerMetric,
  AnalyzerOutcome,
  CompositeConfig,
  DriftConfig,
} from '../../contract/index.ts';
import type { KllSketch } from '../../sketch/index.ts';
import type { DatedKey } from './batch-keys.ts';
import { keysOf } from './batch-keys.ts';
import type { Readings } from './readings.ts';

/** What one calculation is made from. */
export interface CalculationInput {
  readonly config: Exclude<AnalyzerConfig, CompositeConfig>;
  readonly metric: AnalyzerMetric;
  readonly readings: Readings;
  /** Start of the target's bucket, epoch ms. */
  readonly targetMs: number;
  /** In time order, the target's own batch last. */
  readonly target: readonly DatedKey[];
  /** In time order. */
  readonly baseline: readonly DatedKey[];
  /** The target's value where no batch holds it: missingDatapoint and secondsSinceLastUpload. */
  readonly ownValue: number | null;
  /** Results before the target, in time order. */
  readonly priors: readonly PriorResult[];
  /** Names dataset, column, segment, batch and analyzer. */
  readonly seed: string;
}

function numberOf(value: ScalarValue | null): number | null {
  return typeof value === 'number' ? value : null;
}

function seriesOf({ readings }: CalculationInput, dated: readonly DatedKey[]): readonly SeriesPoint[] {
  return dated.map(({ startMs, key }) => ({
    timeMs: startMs,
    value: key === null ? null : numberOf(readings.value([key])),
  }));
}

function scalarType({ value }: AnalyzerMetric): ScalarType | null {
  return value === 'float' || value === 'integer' || value === 'string' || value === 'boolean' ? value : null;
}

/** A metric of another kind than the analyzer takes, such as a histogram for a comparison. */
function incompatible({ config, metric }: CalculationInput, needed: string): AnalyzerOutcome {
  return {
    kind: 'failure',
    failureType: 'IncompatibleTypes',
    explanation: `${config.type} needs ${needed}, and ${metric.name} is ${metric.value}. Remedy: name another metric`,
  };
}

const noValue: AnalyzerOutcome = { kind: 'none', reason: 'the target batch does not have the metric' };

function withNumber(input: CalculationInput, calculation: (target: number) => AnalyzerOutcome): AnalyzerOutcome {
  const type = scalarType(input.metric);
  if (type !== 'float' && type !== 'integer') {
    return incompatible(input, 'a metric that is a number');
  }
  const target = input.ownValue ?? numberOf(input.readings.value(keysOf(input.target)));
  return target === null ? noValue : calculation(target);
}

function withScalar(
  input: CalculationInput,
  calculation: (target: ScalarValue, type: ScalarType) => AnalyzerOutcome
): AnalyzerOutcome {
  const type = scalarType(input.metric);
  if (type === null) {
    return incompatible(input, 'a metric that is one value');
  }
  const target = input.ownValue ?? input.readings.value(keysOf(input.target));
  return target === null ? noValue : calculation(target, type);
}

/** A column without numbers on either side, such as one of texts, has no distance: the original says 0 there. */
function histogramDrift(
  config: DriftConfig,
  target: readonly KllSketch[],
  baseline: readonly KllSketch[]
): AnalyzerOutcome {
  return [...target, ...baseline].every(({ n }) => n === 0)
    ? { kind: 'none', reason: 'neither the target nor its baseline has numbers' }
    : drift(config, { kind: 'histogram', target, baseline });
}

/** Runs an analyzer's calculation on what its batches say. */
export function calculate(input: CalculationInput): AnalyzerOutcome {
  const { config, metric, readings, targetMs, priors, seed } = input;
  const [target, baseline] = [keysOf(input.target), keysOf(input.baseline)];
  switch (config.type) {
    case 'fixed':
      return withNumber(input, (value) =>
        fixed(config, { target: value, valueType: metric.value === 'integer' ? 'integer' : 'float', priors })
      );
    case 'diff':
      return withNumber(input, (value) =>
        diff(config, { target: value, baseline: numberOf(readings.value(baseline)) })
      );
    case 'stddev':
      return withNumber(input, (value) =>
        stddev(config, { target: value, targetMs, baseline: seriesOf(input, input.baseline), priors, seed })
      );
    case 'seasonal':
      return withNumber(input, (value) =>
        seasonal(config, { target: value, targetMs, baseline: seriesOf(input, input.baseline), priors, seed })
      );
    case 'comparison':
      return withScalar(input, (value, valueType) =>
        comparison(config, { target: value, baseline: readings.value(baseline), valueType })
      );
    case 'list_comparison':
      return withScalar(input, (value, valueType) => {
        const merged = readings.value(baseline);
        return listComparison(config, { target: value, baseline: merged === null ? [] : [merged], valueType });
      });
    case 'drift':
      return config.metric === 'histogram'
        ? histogramDrift(config, readings.klls(target), readings.klls(baseline))
        : drift(config, { kind: 'frequent_items', target: readings.items(target), baseline: readings.items(baseline) });
    case 'frequent_string_comparison':
      return frequentStringComparison(config, { target: readings.items(target), baseline: readings.items(baseline) });
    case 'column_list': {
      const names = readings.names(target);
      // Only the newest bucket counts: one that is excluded or missing leaves nothing to compare with.
      const last = input.baseline.at(-1)?.key ?? null;
      return names === null
        ? noValue
        : columnList(config, { target: names, baseline: last === null ? null : readings.names([last]) });
    }
    case 'monotonic':
      return monotonic(config, {
        series: seriesOf(
          input,
          input.target.filter(({ key }) => key !== null && readings.state(key).kind === 'present')
        ),
      });
  }
}
