import { useMemo } from 'react';
import { map, switchMap, timer } from 'rxjs';
import type { ProblemResource } from '../../../pkg/contract/index.ts';
import type { StoredAnalyzer } from '../model.ts';
import type { ProfilesSource } from '../source.ts';
import { type ListState, useList } from '../use-list.ts';

/** How long nothing must be typed before the engine is asked, ms: about a pause between words. */
export const checkPauseMs = 400;

/** What the engine says of an analyzer, asked when nothing more is typed. */
export function useAnalyzerCheck(
  source: ProfilesSource,
  analyzer: StoredAnalyzer,
  datasetId: string,
  granularity: string | undefined
): ListState<readonly ProblemResource[]> {
  const text = JSON.stringify(analyzer);
  const answer = useMemo(
    () =>
      timer(checkPauseMs).pipe(
        switchMap(() =>
          source.checkAnalyzer({
            // Made of the same analyzer; as text it is the same between renders.
            analyzer: JSON.parse(text) as StoredAnalyzer,
            datasetId,
            ...(granularity !== undefined && { granularity }),
          })
        ),
        map(({ problems }) => problems)
      ),
    [source, text, datasetId, granularity]
  );
  return useList(answer);
}
