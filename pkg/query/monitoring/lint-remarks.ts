import type { AnalysisPlan, AnalysisSegment, AnalyzerFacts, JudgedTarget } from '../../monitor/index.ts';
import { lintAnalyzer } from '../../monitor/index.ts';
import { columnMetric } from '../../profile/index.ts';
import type { UnitContext } from '../unit-context.ts';
import { readBatch } from '../unit-context.ts';

/** What is probably not meant of an analyzer, whatever its data are. */
export function lintNotices({ analyzer }: AnalysisPlan): readonly string[] {
  return lintAnalyzer(analyzer).map(({ text }) => `the analyzer "${analyzer.id}": ${text}`);
}

interface LintSubject {
  readonly plan: AnalysisPlan;
  readonly segment: AnalysisSegment;
  readonly column: string;
}

/** Estimated distinct values of a batch; null where the analyzer does not compare items. */
async function distinctOf(context: UnitContext, subject: LintSubject, startMs: number): Promise<number | null> {
  const { plan, segment, column } = subject;
  if (plan.metric?.value !== 'frequent_items') {
    return null;
  }
  const batch = await readBatch(context, segment.batches.get(startMs) ?? [], column, ['counts', 'cardinality']);
  return batch.kind === 'column' ? columnMetric(batch.column, 'unique_est') : null;
}

/**
 * What is probably not meant, as the newest judged batch of a column shows it. A rule has no reader, and costs nothing
 * for it.
 *
 * @throws RequestError cancelled
 */
export async function lintRemarks(
  context: UnitContext,
  { plan, segment, column }: Omit<LintSubject, 'column'> & { readonly column: string | null },
  judged: readonly JudgedTarget[]
): Promise<readonly string[]> {
  const newest = judged.findLast(({ judgement }) => judgement.outcome.kind === 'result');
  if (newest === undefined || column === null || context.plan.request.isAlert) {
    return [];
  }
  const facts: AnalyzerFacts = {
    column,
    distinct: await distinctOf(context, { plan, segment, column }, newest.target.startMs),
    largestBinShare: newest.judgement.largestBinShare,
  };
  const general = new Set(lintAnalyzer(plan.analyzer).map(({ text }) => text));
  return lintAnalyzer(plan.analyzer, facts)
    .map(({ text }) => text)
    .filter((text) => !general.has(text));
}
