import type { MetricName } from '../../profile/index.ts';
import type { BatchColumn, BatchFactsOutcome } from '../../timeline/index.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import type { BatchKey } from './readings.ts';

/** Reads batches of a plan, by the positions of their profiles. */
export interface BatchSource {
  /** @throws what ends the whole evaluation: it was cancelled, or a rule must not be answered from the rest */
  column(members: readonly number[], column: string, wanted: readonly MetricName[]): Promise<BatchColumn>;
  facts(members: readonly number[]): Promise<BatchFactsOutcome>;
}

/** The profiles behind a key, as positions in the plan's members. */
export function membersOf(segment: AnalysisSegment, key: BatchKey): readonly number[] {
  if (key === 'reference') {
    return segment.reference ?? [];
  }
  return typeof key === 'number' ? (segment.batches.get(key) ?? []) : [Number(key.slice('member '.length))];
}
