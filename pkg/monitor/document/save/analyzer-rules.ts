import type { Problem } from '../problem.ts';
import { has, numberAt, type RawAnalyzer, textsAt } from './raw-view.ts';

/** The tag that makes an analyzer a constraint. */
export const constraintTag = 'whylabs.constraint';

const constraintTypes: ReadonlySet<string> = new Set(['fixed', 'conjunction', 'disjunction']);

/** Metrics that WhyLabs' validator refuses. */
const refusedMetrics: ReadonlySet<string> = new Set([
  'profile.last_ingestion_time',
  'profile.first_ingestion_time',
  'unique_upper',
  'unique_upper_ratio',
  'unique_lower',
  'unique_lower_ratio',
]);

type Rule = (analyzer: RawAnalyzer) => Problem | null;

/** Rule 3 of spec/monitor-config.md section 9. */
const constraintType: Rule = (analyzer) => {
  const { type, path } = analyzer;
  return textsAt(analyzer, 'tags').includes(constraintTag) && !constraintTypes.has(type ?? '')
    ? {
        severity: 'error',
        path: `${path}.tags`,
        code: 'contradiction',
        text: `the tag ${constraintTag} marks a constraint, which is fixed, conjunction or disjunction and not ${type ?? 'without a type'}. Remedy: remove the tag`,
      }
    : null;
};

/** Rule 4. */
const comparisonSide: Rule = ({ type, config, path }) =>
  (type === 'comparison' || type === 'list_comparison') && !has(config, 'expected') && !has(config, 'baseline')
    ? {
        severity: 'error',
        path: `${path}.config`,
        code: 'missing',
        text: 'there is neither an expected value nor a baseline to compare with. Remedy: add expected or baseline',
      }
    : null;

/** Rules 5 and 6: a sketch of the wrong kind for a whole group of columns. */
const metricOfGroup: Rule = ({ metric, target, path }) => {
  const wrong = metric === 'frequent_items' ? 'group:continuous' : metric === 'histogram' ? 'group:discrete' : null;
  const index = wrong === null ? -1 : textsAt(target, 'include').indexOf(wrong);
  return wrong !== null && index >= 0
    ? {
        severity: 'error',
        path: `${path}.targetMatrix.include[${index}]`,
        code: 'contradiction',
        text:
          `"${wrong}" does not go with the metric ${metric ?? ''}. ` +
          `Remedy: ${metric === 'histogram' ? 'group:continuous, or the metric frequent_items' : 'group:discrete, or the metric histogram'}`,
      }
    : null;
};

/** Rule 7. */
const boundsOrder: Rule = ({ type, config, path }) => {
  const [low, high] =
    type === 'fixed'
      ? (['lower', 'upper'] as const)
      : type === 'stddev' || type === 'seasonal'
        ? (['minLowerThreshold', 'maxUpperThreshold'] as const)
        : (['', ''] as const);
  const [lower, upper] = [numberAt(config, low), numberAt(config, high)];
  return lower !== null && upper !== null && lower > upper
    ? {
        severity: 'error',
        path: `${path}.config.${low}`,
        code: 'contradiction',
        text: `${low} ${lower} is above ${high} ${upper}. Remedy: swap them`,
      }
    : null;
};

/** Rule 8. */
const rollupOfBaseline: Rule = (analyzer) =>
  analyzer.object['disableTargetRollup'] === true && has(analyzer.config, 'baseline')
    ? {
        severity: 'error',
        path: `${analyzer.path}.disableTargetRollup`,
        code: 'contradiction',
        text: 'single profiles cannot be compared with a baseline of batches. Remedy: remove disableTargetRollup or the baseline',
      }
    : null;

/** Rule 12. */
const refused: Rule = ({ type, metric, path }) => {
  if (metric !== null && refusedMetrics.has(metric)) {
    return {
      severity: 'error',
      path: `${path}.config.metric`,
      code: 'unsupported',
      text: `the metric ${metric} is not supported. Remedy: choose another`,
    };
  }
  return type === 'experimental'
    ? {
        severity: 'error',
        path: `${path}.config.type`,
        code: 'unsupported',
        text: 'experimental analyzers are not supported. Remedy: remove it',
      }
    : null;
};

/** Rule 14, with the size absent too: the engine's default of 1 leaves nothing to compare. */
const monotonicSize: Rule = (analyzer) =>
  analyzer.type === 'monotonic' && (numberAt(analyzer, 'targetSize') ?? 1) < 2
    ? {
        severity: 'error',
        path: `${analyzer.path}.targetSize`,
        code: 'out-of-range',
        text: 'monotonic needs a targetSize of at least 2. Remedy: add it; 2 gives one step',
      }
    : null;

const rules: readonly Rule[] = [
  constraintType,
  comparisonSide,
  metricOfGroup,
  boundsOrder,
  rollupOfBaseline,
  refused,
  monotonicSize,
];

/** Rules 3 to 8, 12 and 14 of spec/monitor-config.md section 9. */
export function analyzerRules(analyzers: readonly RawAnalyzer[]): readonly Problem[] {
  return rules.flatMap((rule) => analyzers.flatMap((analyzer) => rule(analyzer) ?? []));
}
