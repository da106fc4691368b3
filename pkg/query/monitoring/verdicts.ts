import type { ResultRecord } from '../../contract/index.ts';
import type { AnalysisPlan, JudgementCache } from '../../monitor/index.ts';
import { evaluateSubject, makeRecord } from '../../monitor/index.ts';
import type { UnitContext } from '../unit-context.ts';
import { evaluationTools } from './evaluation-tools.ts';

/** What one analyzer says of one column and segment: its records, and its newest verdict. Plain data. */
export interface SubjectVerdicts {
  /** The analyzer, by its position in the plan. */
  readonly analysis: number;
  /** The segment, by its position in the analysis. */
  readonly segment: number;
  readonly column: string | null;
  /** In time order; where only anomalies are asked for, only those. */
  readonly records: readonly ResultRecord[];
  /** 1 anomalous, 0 not, null without a verdict. */
  readonly latest: 0 | 1 | null;
  /** Records that are failures, counted. */
  readonly failures: number;
}

/** Which records travel on. */
export type RecordChoice = 'all' | 'anomalies';

/** The records of one analyzer for one column, or for the dataset. */
export async function subjectVerdicts(
  context: UnitContext,
  cache: JudgementCache,
  [position, plan]: readonly [number, AnalysisPlan],
  column: string | null,
  choice: RecordChoice
): Promise<readonly SubjectVerdicts[]> {
  const found: SubjectVerdicts[] = [];
  const tools = evaluationTools(context, cache, choice === 'all');
  for (const [i, segment] of plan.segments.entries()) {
    const judged = await evaluateSubject(plan, segment, column, tools);
    const records = judged.flatMap((target) => makeRecord({ plan, segment, column }, target) ?? []);
    const last = judged.at(-1)?.judgement.outcome;
    if (judged.some(({ judgement }) => judgement.isTargeted)) {
      found.push({
        analysis: position,
        segment: i,
        column,
        records: choice === 'all' ? records : records.filter(({ anomalyCount }) => anomalyCount === 1),
        latest: last?.kind === 'result' ? last.anomalyCount : null,
        failures: records.filter(({ failureType }) => failureType !== null).length,
      });
    }
  }
  return found;
}
