import { isJsonObject } from '../../../pkg/contract/index.ts';
import type { StoredAnalyzer } from '../model.ts';

/** The configuration inside an analyzer, which may be nothing else. Empty where there is none. */
export function configOf(analyzer: StoredAnalyzer): StoredAnalyzer {
  const { config } = analyzer;
  if (isJsonObject(config)) {
    return config;
  }
  return 'type' in analyzer ? analyzer : {};
}

/** The analyzer with another configuration; what stands beside it stays. */
export function withConfig(analyzer: StoredAnalyzer, config: StoredAnalyzer): StoredAnalyzer {
  const isConfigAlone = 'type' in analyzer && !('config' in analyzer);
  return isConfigAlone ? config : { ...analyzer, config };
}

/** The configuration with some keys changed; undefined removes a key. */
export function withKeys(config: StoredAnalyzer, changes: StoredAnalyzer): StoredAnalyzer {
  return Object.fromEntries(Object.entries({ ...config, ...changes }).filter(([, value]) => value !== undefined));
}

/** The types that have a form, each with what it begins with. */
export const formConfigs = {
  drift: {
    type: 'drift',
    metric: 'histogram',
    algorithm: 'hellinger',
    threshold: 0.3,
    minBatchSize: 1,
    baseline: { type: 'TrailingWindow', size: 7 },
  },
  stddev: {
    type: 'stddev',
    metric: 'count_null_ratio',
    factor: 3,
    minBatchSize: 7,
    baseline: { type: 'TrailingWindow', size: 14 },
  },
  fixed: { type: 'fixed', metric: 'count_null_ratio', upper: 0.5 },
  diff: {
    type: 'diff',
    metric: 'count',
    mode: 'pct',
    threshold: 50,
    baseline: { type: 'TrailingWindow', size: 7 },
  },
  seasonal: {
    type: 'seasonal',
    metric: 'count',
    algorithm: 'arima',
    minBatchSize: 30,
    baseline: { type: 'TrailingWindow', size: 90 },
  },
} as const satisfies Readonly<Record<string, StoredAnalyzer>>;

export type FormType = keyof typeof formConfigs;

/** The type whose form can show an analyzer; null where only its JSON can. */
export function formTypeOf(analyzer: StoredAnalyzer): FormType | null {
  const { type } = configOf(analyzer);
  return typeof type === 'string' && Object.hasOwn(formConfigs, type) ? (type as FormType) : null; // a key of them
}

/** What an analyzer begins with in a query. */
export const newAnalyzer: StoredAnalyzer = { config: formConfigs.drift };
