import { datasetColumn } from '../../monitor/index.ts';
import type { UnitContext } from '../unit-context.ts';
import type { UnitResult } from '../unit-result.ts';
import { analysisFrames } from './analysis-frames.ts';
import type { MonitoringPlan } from './monitoring-plan.ts';
import { unitsOf } from './unit-names.ts';
import type { SubjectVerdicts } from './verdicts.ts';
import { subjectVerdicts } from './verdicts.ts';

/** Evaluates one unit of a query of the engine: a column, or the dataset. @throws RequestError */
export async function evaluateMonitoring(
  context: UnitContext,
  { analyses }: MonitoringPlan,
  unit: string
): Promise<UnitResult> {
  const { query } = context.plan.request;
  const cache = context.judgements;
  const concerned = analyses.flatMap((plan, i) => (unitsOf(plan).includes(unit) ? [[i, plan] as const] : []));
  if (query.kind === 'analysis') {
    const [first] = concerned;
    return first === undefined
      ? { kind: 'frames', frames: [] }
      : analysisFrames(context, cache, query, first[1], first[1].isOfDataset ? null : unit);
  }
  const verdicts: SubjectVerdicts[] = [];
  for (const [i, plan] of concerned) {
    const column = plan.isOfDataset && unit === datasetColumn ? null : unit;
    verdicts.push(...(await subjectVerdicts(context, cache, [i, plan], column, 'anomalies')));
  }
  return { kind: 'verdicts', verdicts };
}
