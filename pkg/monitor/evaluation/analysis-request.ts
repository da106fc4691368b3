import type { ColumnSelection, Granularity, ReadinessClock, Segment } from '../../contract/index.ts';
import type { CatalogEntry } from '../../store/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import type { AnalysisSources } from './plan-segment.ts';
import type { ResolvedMetric } from './resolve-metric.ts';
import type { TargetRange } from './target-starts.ts';

/** What is asked of the analyzers. */
export interface AnalysisRequest {
  /** True: the analyzer stands in the query, which says what it targets where the analyzer does not. */
  readonly isInline: boolean;
  readonly fromMs: number;
  readonly toMs: number;
  readonly isLatest: boolean;
  readonly evaluationMs: number;
  /** Null: the document's. */
  readonly granularity: Granularity | null;
  readonly columns: ColumnSelection;
  /** Null: all that the analyzer targets. */
  readonly segments: readonly Segment[] | null;
  readonly readinessClock: ReadinessClock;
  readonly backfillGrace: boolean;
}

/** What is the same wherever an analyzer is planned. */
export interface Planning {
  readonly analyzer: Analyzer;
  readonly request: AnalysisRequest;
  readonly sources: AnalysisSources;
  readonly onChoice: () => void;
  readonly resolved: ResolvedMetric;
  readonly children: readonly Analyzer[];
  readonly range: TargetRange;
  /** The profiles that say which columns and segments there are. */
  readonly labelled: readonly CatalogEntry[];
}
