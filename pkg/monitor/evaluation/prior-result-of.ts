import type { Judgement } from './judgement.ts';
import type { EarlierResult } from './subject.ts';

/** What later targets of a chain know of an earlier one; null when it has no result record. */
export function priorResultOf(datasetTimestamp: number, { outcome, unreadable }: Judgement): EarlierResult | null {
  switch (outcome.kind) {
    case 'none':
      return null;
    case 'failure':
      return {
        datasetTimestamp,
        value: null,
        anomalyCount: 0,
        shouldReplace: false,
        replacement: null,
        adjustedPrediction: null,
        lambdaKeep: null,
        unreadable,
      };
    case 'result': {
      const { fields, anomalyCount } = outcome;
      return {
        datasetTimestamp,
        value: fields.threshold_metricValue ?? null,
        anomalyCount,
        shouldReplace: fields.seasonal_shouldReplace ?? false,
        replacement: fields.seasonal_replacement ?? null,
        adjustedPrediction: fields.seasonal_adjusted_prediction ?? null,
        lambdaKeep: fields.seasonal_lambdaKeep ?? null,
        unreadable,
      };
    }
  }
}
