import type { AnalyzerConfig, DiffConfig, DriftAlgorithm, DriftConfig, FixedConfig } from '../../../contract/index.ts';
import type { Analyzer } from '../monitor-document.ts';
import type { Lint } from './lint.ts';
import { metricRange, rangeText } from './metric-range.ts';

/**
 * Largest value of each distance; absent where there is none. kl_divergence and psi are bounded by the share of 1e-7
 * (as a 32-bit number) that an empty cell counts for (spec/analyzers.md b.5 and f, rows 40 and 41).
 */
export const largestDistances: Readonly<Partial<Record<DriftAlgorithm, number>>> = {
  hellinger: 1,
  jensenshannon: Math.sqrt(Math.LN2),
  kl_divergence: -Math.log(Math.fround(1e-7)),
  psi: -2 * Math.log(Math.fround(1e-7)),
  ks_test: 1,
  variation_distance: 1,
};

function driftLints({ algorithm, threshold }: DriftConfig): readonly Lint[] {
  const largest = largestDistances[algorithm];
  if (threshold < 0) {
    return [
      {
        code: 'always-alerts',
        text: `a distance is never below 0, so the threshold ${threshold} always alerts. Remedy: a threshold above 0`,
      },
    ];
  }
  return largest !== undefined && threshold >= largest
    ? [
        {
          code: 'unreachable',
          text: `${algorithm} is at most ${Number(largest.toPrecision(6))}, so the threshold ${threshold} is never exceeded. Remedy: a smaller one`,
        },
      ]
    : [];
}

function fixedLints({ metric, lower, upper, nConsecutive }: FixedConfig): readonly Lint[] {
  const range = metricRange(metric);
  const { min, max } = range;
  const lints: Lint[] = [];
  if ((upper !== null && upper < min) || (lower !== null && lower > max)) {
    const bound = upper !== null && upper < min ? `upper ${upper}` : `lower ${String(lower)}`;
    lints.push({
      code: 'always-alerts',
      text: `${metric} ${rangeText(range)}, so ${bound} always alerts. Remedy: a bound within`,
    });
  }
  const isDeaf = (upper === null || upper >= max) && (lower === null || lower <= min) && (upper ?? lower) !== null;
  const outside = [
    ...(upper !== null && upper > max ? [`upper ${upper}`] : []),
    ...(lower !== null && lower < min ? [`lower ${lower}`] : []),
  ].join(' and ');
  if (isDeaf) {
    lints.push({
      code: 'unreachable',
      text: `${metric} ${rangeText(range)}, so the bounds are never left. Remedy: bounds within`,
    });
  } else if (outside !== '') {
    lints.push({
      code: 'unreachable',
      text: `${metric} ${rangeText(range)}, so ${outside} is never left. Remedy: a bound within${max === 1 ? '; a share is no percentage' : ''}`,
    });
  }
  if (nConsecutive !== null && nConsecutive < 1) {
    lints.push({
      code: 'always-alerts',
      text: `nConsecutive ${nConsecutive} means the same as 1, every breach. Remedy: 2 or more, or remove it`,
    });
  }
  return lints;
}

function diffLints({ metric, mode, threshold, thresholdType }: DiffConfig): readonly Lint[] {
  const range = metricRange(metric);
  const { min, max } = range;
  if (mode === 'abs' && threshold >= max - min) {
    return [
      {
        code: 'unreachable',
        text: `${metric} ${rangeText(range)}, so no difference exceeds ${threshold}. Remedy: a smaller threshold, or mode pct`,
      },
    ];
  }
  return mode === 'pct' && thresholdType === 'lower' && threshold >= 100 && min >= 0
    ? [
        {
          code: 'unreachable',
          text: `${metric} cannot fall by more than 100 per cent, so the threshold ${threshold} is never exceeded. Remedy: a smaller one`,
        },
      ]
    : [];
}

function staticBoundLints(config: Extract<AnalyzerConfig, { type: 'stddev' | 'seasonal' }>): readonly Lint[] {
  const range = metricRange(config.metric);
  const { min, max } = range;
  const { maxUpperThreshold, minLowerThreshold, metric } = config;
  return [
    ...(maxUpperThreshold !== null && maxUpperThreshold < min ? [`maxUpperThreshold ${maxUpperThreshold}`] : []),
    ...(minLowerThreshold !== null && minLowerThreshold > max ? [`minLowerThreshold ${minLowerThreshold}`] : []),
  ].map((bound) => ({
    code: 'always-alerts',
    text: `${metric} ${rangeText(range)}, so ${bound} always alerts. Remedy: a bound within`,
  }));
}

/** Thresholds that no value exceeds, or every one. */
export function thresholdLints({ config, targetSize }: Analyzer): readonly Lint[] {
  switch (config.type) {
    case 'drift':
      return driftLints(config);
    case 'fixed':
      return fixedLints(config);
    case 'diff':
      return diffLints(config);
    case 'stddev':
    case 'seasonal':
      return staticBoundLints(config);
    case 'monotonic':
      return config.numBuckets > targetSize - 1
        ? [
            {
              code: 'unreachable',
              text: `a target of ${targetSize} buckets has ${targetSize - 1} steps, so numBuckets ${config.numBuckets} is never reached. Remedy: targetSize ${config.numBuckets + 1} or more`,
            },
          ]
        : [];
    default:
      return [];
  }
}
