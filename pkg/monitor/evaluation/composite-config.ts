import type { AnalyzerConfig, CompositeConfig } from '../../contract/index.ts';

/** True for an analyzer that judges the results of others. */
export function isComposite(config: AnalyzerConfig): config is CompositeConfig {
  return config.type === 'conjunction' || config.type === 'disjunction';
}
