import type { AnalysisPlan } from '../../monitor/index.ts';
import { allBuckets, baselineOf } from '../../monitor/index.ts';

/** The starts of all buckets that the analyses, and those below them, are judged from, or could be. */
function bucketsOf(plans: readonly AnalysisPlan[]): readonly number[] {
  return plans.flatMap((plan) => [
    ...plan.segments.flatMap(({ chains, candidates }) => [...allBuckets(plan, chains.flat()), ...candidates]),
    ...bucketsOf(plan.children),
  ]);
}

/** The first and the last bucket that the analyses touch; null without any. */
export function extentOf(plans: readonly AnalysisPlan[]): readonly [number, number] | null {
  const starts = bucketsOf(plans);
  const [first] = starts;
  if (first === undefined) {
    return null;
  }
  let [least, most] = [first, first];
  for (const start of starts) {
    least = Math.min(least, start);
    most = Math.max(most, start);
  }
  return [least, most];
}

/** The reference profiles that some of the analyses compare with. */
export function referencesOf(plans: readonly AnalysisPlan[]): readonly string[] {
  return plans.flatMap((plan) => {
    const baseline = baselineOf(plan.analyzer.config);
    return [...(baseline?.type === 'Reference' ? [baseline.profileId] : []), ...referencesOf(plan.children)];
  });
}

/** Columns and segments of all analyses, those below them included. */
export function countOf(plans: readonly AnalysisPlan[]): number {
  return plans.reduce(
    (sum, plan) => sum + Math.max(1, plan.columns.length) * plan.segments.length + countOf(plan.children),
    0
  );
}
