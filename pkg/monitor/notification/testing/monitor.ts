import type { ResultRecord } from '../../../contract/index.ts';
import type { Monitor } from '../../document/monitor-document.ts';
import type { MonitorFilter } from '../../document/monitor-parts.ts';
import type { MonitorRun } from '../select-anomalies.ts';

/** 2022-04-06T00:00:00Z. */
export const nowMs = 1_649_203_200_000;
export const dayMs = 86_400_000;

/** An anomaly of yesterday; what a test does not say is of no account to it. */
export function anomaly(facts: Partial<ResultRecord> = {}): ResultRecord {
  const { column = 'a', datasetTimestamp = nowMs - dayMs, segment = '', analyzerId = 'drift-analyzer' } = facts;
  return {
    analysisId: JSON.stringify([analyzerId, datasetTimestamp, segment, column]),
    orgId: 'org',
    datasetId: 'flights',
    column,
    segment,
    granularity: 'DAYS',
    datasetTimestamp,
    creationTimestamp: nowMs,
    targetLevel: column === null ? 'dataset' : 'column',
    metric: 'histogram',
    analyzerId,
    analyzerType: 'drift',
    analyzerVersion: null,
    analyzerConfigVersion: 0,
    monitorConfigVersion: 0,
    analyzerTags: [],
    monitorIds: ['drift-monitor'],
    anomalyCount: 1,
    failureType: null,
    failureExplanation: null,
    explanation: 'hellinger 0.8 is above the threshold 0.7',
    verdictState: 'final',
    targetCount: 100,
    targetBatchesWithProfileCount: 1,
    baselineCount: 7,
    baselineBatchesWithProfileCount: 7,
    expectedBaselineCount: 7,
    expectedBaselineSuppressionThreshold: 1,
    segmentWeight: null,
    disableTargetRollup: false,
    ...facts,
  };
}

/** A filter that keeps all but what a test says. */
export function filter(facts: Partial<MonitorFilter> = {}): MonitorFilter {
  return {
    includeColumns: null,
    excludeColumns: null,
    includeMetrics: null,
    minWeight: null,
    maxWeight: null,
    minAlertCount: null,
    maxAlertCount: null,
    minTotalWeight: null,
    maxTotalWeight: null,
    ...facts,
  };
}

/** A digest of all anomalies of drift-analyzer, each day. */
export function monitor(facts: Partial<Monitor> = {}): Monitor {
  return {
    id: 'drift-monitor',
    displayName: null,
    tags: [],
    analyzerIds: ['drift-analyzer'],
    schedule: { type: 'fixed', cadence: 'daily', exclusionRanges: [] },
    disabled: false,
    severity: 3,
    mode: digest(),
    actions: [],
    ...facts,
  };
}

type DigestMode = Extract<Monitor['mode'], { type: 'DIGEST' }>;

export function digest(facts: Partial<DigestMode> = {}): DigestMode {
  return {
    type: 'DIGEST',
    filter: null,
    datasetTimestampOffsetMs: null,
    creationTimeOffsetMs: null,
    groupBy: [],
    ...facts,
  };
}

/** A run that made every result of yesterday and later; results are known a day after their batch begins. */
export const run: MonitorRun = {
  orgId: 'org',
  datasetId: 'flights',
  runId: 'run-1',
  nowMs,
  isOfRun: ({ datasetTimestamp }) => datasetTimestamp >= nowMs - dayMs,
  createdMs: ({ datasetTimestamp }) => datasetTimestamp + dayMs,
};
