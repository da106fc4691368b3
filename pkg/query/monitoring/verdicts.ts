import type { ResultRecord } from '../../contract/index.ts';
import type { AnalysisPlan, JudgementCache } from '../../monitor/index.ts';
import { evaluateSubject, makeRecord } from '../../monitor/index.ts';
import type { UnitContext } from '../unit-context.ts';
import { evaluationTools } from './evaluation-tools.ts';
import type { FailureCounts } from './failure-remarks.ts';
import { countFailures } from './failure-remarks.ts';

/** What one analyzer says of one column and segment: its records, and its newest verdict. Plain data. */
export interface SubjectVerdicts {
  /** The analyzer, by its position in the plan. */
  readonly analysis: number;
  /** The segment, by its position in the analysis. */
  readonly segment: number;
  readonly column: string | null;
  /** In time order; where only anomalies are asked for, only those. */
  readonly records: readonly ResultRecord[];
  /** From when on each record could be known, epoch ms; beside `records`. */
  readonly knownMs: readonly number[];
  /** 1 anomalous, 0 not, null without a verdict. */
  readonly latest: 0 | 1 | null;
  /** Records that are failures, counted by what they say. */
  readonly failures: FailureCounts;
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
    const { isMeant, judged } = await evaluateSubject(plan, segment, column, tools);
    if (isMeant) {
      const made = judged.flatMap((target) => {
        const record = makeRecord({ plan, segment, column }, target);
        return record === null ? [] : [{ record, knownMs: target.target.knownMs }];
      });
      const chosen = choice === 'all' ? made : made.filter(({ record }) => record.anomalyCount === 1);
      const last = judged.at(-1)?.judgement.outcome;
      found.push({
        analysis: position,
        segment: i,
        column,
        records: chosen.map(({ record }) => record),
        knownMs: chosen.map(({ knownMs }) => knownMs),
        latest: last?.kind === 'result' ? last.anomalyCount : null,
        failures: countFailures(judged.map(({ judgement }) => judgement.outcome)),
      });
    }
  }
  return found;
}
