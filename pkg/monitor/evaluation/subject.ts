import type { PriorResult } from '../../analyzer/index.ts';
import type { AnalysisPlan, AnalysisSegment } from './analysis-plan.ts';
import type { CalculationInput } from './calculate.ts';
import type { Readings } from './readings.ts';

/** What is judged, with what was read of it. */
export interface Subject {
  readonly plan: AnalysisPlan;
  readonly segment: AnalysisSegment;
  /** Null for the dataset. */
  readonly column: string | null;
  readonly readings: Readings;
  readonly config: CalculationInput['config'];
  readonly metric: CalculationInput['metric'];
}

/** An earlier result of a chain. */
export interface EarlierResult extends PriorResult {
  /** Null: it is known; else why a batch that it needs cannot be read. */
  readonly unreadable: string | null;
}
