import { createHash } from 'node:crypto';
import type { AnalyzerOutcome, ResultRecord } from '../../contract/index.ts';
import { datasetColumn } from '../notification/anomaly-filter.ts';
import { segmentRecordText } from '../targeting/segment-text.ts';
import type { AnalysisPlan, AnalysisSegment, PlannedTarget } from './analysis-plan.ts';
import type { JudgedTarget } from './evaluate-segment.ts';
import { leastBaseline } from './suppression.ts';

/** What a record is about. */
export interface RecordSubject {
  readonly plan: AnalysisPlan;
  readonly segment: AnalysisSegment;
  /** Null for the dataset. */
  readonly column: string | null;
}

/** Half of a SHA-256 of organisation, dataset, analyzer, target, segment and column: the same at every run. */
export function analysisId({ plan, segment, column }: RecordSubject, target: PlannedTarget): string {
  const parts = [
    plan.orgId,
    plan.datasetId,
    plan.analyzer.id,
    `${target.timestampMs}`,
    segmentRecordText(segment.segment),
    column ?? datasetColumn,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function outcomeFields(outcome: Exclude<AnalyzerOutcome, { readonly kind: 'none' }>) {
  if (outcome.kind === 'failure') {
    const { failureType, explanation: failureExplanation } = outcome;
    return { anomalyCount: 0, failureType, failureExplanation, explanation: null } as const;
  }
  const { anomalyCount, fields, explanation, cells } = outcome;
  const known = { ...fields, anomalyCount, failureType: null, failureExplanation: null, explanation } as const;
  return cells === undefined ? known : { ...known, cells };
}

/** The result record of a judged target (spec/analyzers.md e.1); null where there is none. */
export function makeRecord(subject: RecordSubject, { target, judgement }: JudgedTarget): ResultRecord | null {
  const { outcome } = judgement;
  if (outcome.kind === 'none') {
    return null;
  }
  const { plan, segment, column } = subject;
  const { analyzer } = plan;
  return {
    analysisId: analysisId(subject, target),
    orgId: plan.orgId,
    datasetId: plan.datasetId,
    column,
    segment: segmentRecordText(segment.segment),
    granularity: plan.granularity,
    datasetTimestamp: target.timestampMs,
    creationTimestamp: plan.evaluationMs,
    targetLevel: column === null ? 'dataset' : 'column',
    metric: 'metric' in analyzer.config ? analyzer.config.metric : null,
    analyzerId: analyzer.id,
    analyzerType: analyzer.config.type,
    analyzerVersion: analyzer.version,
    analyzerConfigVersion: analyzer.configVersion,
    monitorConfigVersion: plan.monitorConfigVersion,
    analyzerTags: analyzer.tags,
    monitorIds: plan.monitorIds,
    verdictState: target.verdictState,
    targetCount: judgement.targetCount,
    targetBatchesWithProfileCount: judgement.targetBatches,
    baselineCount: judgement.baselineCount,
    baselineBatchesWithProfileCount: judgement.baselineBatches,
    expectedBaselineCount: judgement.expectedBaselineCount,
    expectedBaselineSuppressionThreshold: leastBaseline(analyzer.config),
    segmentWeight: segment.weights.get(column ?? '') ?? null,
    disableTargetRollup: analyzer.disableTargetRollup,
    ...outcomeFields(outcome),
  };
}
