import type { AnalyzerMetric } from '../../contract/index.ts';
import { analyzerMetric } from '../../contract/index.ts';
import type { Analyzer, MonitorDocument } from '../document/monitor-document.ts';
import { isComposite } from './composite-config.ts';

/** A name that the engine does not know at all. */
const unknownMetric: AnalyzerMetric = { name: '', level: 'both', value: 'names' };

/** The metric of an analyzer. */
export interface ResolvedMetric {
  /** Null for a composite. */
  readonly metric: AnalyzerMetric | null;
  /** The column behind a custom metric of the entity schema; null for an ordinary one. */
  readonly customColumn: string | null;
}

/** Resolves the name of an analyzer's metric: one of the engine's, or a custom metric of the entity schema. */
export function resolveMetric({ config }: Analyzer, { entitySchema }: MonitorDocument): ResolvedMetric {
  if (!('metric' in config)) {
    return { metric: null, customColumn: null };
  }
  const custom = entitySchema?.customMetrics.get(config.metric);
  if (analyzerMetric(config.metric) === null && custom !== undefined) {
    const builtin = analyzerMetric(custom.builtinMetric);
    return { metric: builtin === null ? unknownMetric : { ...builtin, level: 'dataset' }, customColumn: custom.column };
  }
  return { metric: analyzerMetric(config.metric) ?? unknownMetric, customColumn: null };
}

/** Whether an analyzer is about the dataset and not about columns. */
export function isOfDataset({ target, config }: Analyzer, { metric, customColumn }: ResolvedMetric): boolean {
  if (isComposite(config) || customColumn !== null) {
    return true;
  }
  return target === null ? metric?.level === 'dataset' : target.type === 'dataset';
}
