import type { AnalysisPlan, AnalysisSegment, PlannedTarget } from './analysis-plan.ts';
import type { Subject } from './subject.ts';

/** What the values that no batch holds are of. */
export type OwnSubject = Pick<Subject, 'metric' | 'column'> & {
  readonly plan: Pick<AnalysisPlan, 'customColumn'>;
  readonly segment: Pick<AnalysisSegment, 'firstDataMs'>;
};

/** True when a batch lies before the first data of its column and segment, so that nothing can be missing from it. */
export function isBeforeData({ plan, segment, column }: OwnSubject, { startMs }: PlannedTarget): boolean {
  const { firstDataMs } = segment;
  const first = firstDataMs?.get(plan.customColumn ?? column ?? '') ?? null;
  return first === null || startMs < first;
}

/** The values that no batch holds; null where there is none yet, undefined for a metric that batches hold. */
export function ownValue(subject: Subject, target: PlannedTarget): number | null | undefined {
  switch (subject.metric.name) {
    case 'missingDatapoint':
      return isBeforeData(subject, target) ? null : Number(subject.readings.state(target.startMs).kind === 'absent');
    case 'secondsSinceLastUpload': {
      const { lastArrivalMs } = subject.segment;
      return lastArrivalMs === null ? null : Math.floor((subject.plan.evaluationMs - lastArrivalMs) / 1000);
    }
    default:
      return undefined;
  }
}
