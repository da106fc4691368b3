import type { EngineQuery } from '../../contract/index.ts';
import type { AnalysisPlan } from '../../monitor/index.ts';

/** A query's segments narrow those of an analyzer; where nothing is left, somebody should know why. */
export function segmentNotices(
  analyses: readonly AnalysisPlan[],
  { segmentFilter }: Pick<EngineQuery, 'segmentFilter'>
): readonly string[] {
  return segmentFilter === null
    ? []
    : analyses
        .filter(({ analyzer, segments }) => analyzer.target !== null && segments.length === 0)
        .map(
          ({ analyzer }) =>
            `the analyzer "${analyzer.id}" does not look at the segments of the query. Remedy: add them to its targetMatrix`
        );
}
