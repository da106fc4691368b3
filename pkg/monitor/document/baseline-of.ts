import type { AnalyzerBaseline, AnalyzerConfig } from '../../contract/index.ts';

/** The baseline of a configuration; null where its type has none or names none. */
export function baselineOf(config: AnalyzerConfig): AnalyzerBaseline | null {
  return 'baseline' in config ? config.baseline : null;
}
