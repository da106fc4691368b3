import type { AnalysisSeries, AnalyzerOutcome } from '../../contract/index.ts';
import type { AnalysisSegment, JudgedTarget } from '../../monitor/index.ts';

/** One row of an analysis: a batch with what was found, or without a verdict. */
export interface AnalysisPoint {
  readonly timeMs: number;
  readonly judged: JudgedTarget | null;
}

/** The rows of a segment in time order: judged batches, and those that cannot be judged now. */
export function analysisPoints(
  { skipped }: AnalysisSegment,
  judged: readonly JudgedTarget[]
): readonly AnalysisPoint[] {
  const points: AnalysisPoint[] = [
    ...judged.map((target) => ({ timeMs: target.target.timestampMs, judged: target })),
    ...skipped.map(({ startMs }) => ({ timeMs: startMs, judged: null })),
  ];
  return points.sort((a, b) => a.timeMs - b.timeMs);
}

function finite(value: number | null | undefined): number | null {
  return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
}

type Result = Extract<AnalyzerOutcome, { readonly kind: 'result' }>;

/** What an analyzer compared with its bounds. */
function valueOf({ fields }: Result): number | null {
  return finite(fields.drift_metricValue ?? fields.threshold_metricValue);
}

/** The bounds that the value was held against: the analyzer's own where it calculates them, else the configured ones. */
function boundOf({ fields }: Result, side: 'upper' | 'lower'): number | null {
  if (side === 'upper') {
    return finite(fields.drift_threshold ?? fields.threshold_calculatedUpper ?? fields.threshold_absoluteUpper);
  }
  return finite(fields.threshold_calculatedLower ?? fields.threshold_absoluteLower);
}

/**
 * One number of a row; null where the batch has no verdict, or the analyzer no such number. `verdict` is 1 for an
 * anomaly and 0 for none; `batch` the time of the batch, epoch ms.
 */
export function pointValue({ judged, timeMs }: AnalysisPoint, series: AnalysisSeries): number | null {
  const outcome = judged?.judgement.outcome;
  if (outcome?.kind !== 'result') {
    return null;
  }
  switch (series) {
    case 'value':
      return valueOf(outcome);
    case 'upper':
    case 'lower':
      return boundOf(outcome, series);
    case 'verdict':
      return outcome.anomalyCount;
    case 'batch':
      return timeMs;
  }
}
