import type { EngineQuery } from '../../contract/index.ts';
import type { EncodedFrame } from '../../grafana/frames.ts';
import type { QueryPlan } from '../plan.ts';
import { frameMeta } from '../provenance.ts';
import type { UnitResult } from '../unit-result.ts';
import { aggregateFrames } from './aggregate-frames.ts';
import { anomalyAnnotations, changeAnnotations } from './anomaly-tables.ts';
import { addFailures, failureRemarks } from './failure-remarks.ts';
import { monitorFrames } from './monitor-frames.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';

/** Puts together what the units of a query of the engine gave, where they gave no frames themselves. */
export function finishMonitoring(
  plan: QueryPlan,
  monitoring: MonitoringPlan,
  query: EngineQuery,
  results: readonly UnitResult[]
): readonly EncodedFrame[] {
  const verdicts = results.flatMap((result) => (result.kind === 'verdicts' ? result.verdicts : []));
  switch (query.kind) {
    case 'analysis': {
      const [analysis] = monitoring.analyses;
      const tallies = results.flatMap((result) => (result.kind === 'tallies' ? result.tallies : []));
      return analysis === undefined || tallies.length === 0 ? [] : aggregateFrames(plan, analysis, query, tallies);
    }
    case 'monitor':
      return monitorFrames(plan, monitoring, query, verdicts);
    case 'anomalies': {
      const records = verdicts.flatMap((verdict) => verdict.records);
      const sorted = [...records].sort((a, b) => a.datasetTimestamp - b.datasetTimestamp);
      const meta = frameMeta(plan, null, true, failureRemarks(addFailures(verdicts.map(({ failures }) => failures))));
      return [anomalyAnnotations(sorted, plan.size, meta)];
    }
    case 'events':
      return [changeAnnotations(monitoring.changes, frameMeta(plan, null, true))];
  }
}
