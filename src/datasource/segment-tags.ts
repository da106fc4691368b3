import type { GetTagResponse, MetricFindValue } from '@grafana/data';
import { firstValueFrom, forkJoin, map, type Observable, of, switchMap } from 'rxjs';
import type { SegmentsResource } from '../../pkg/contract/index.ts';
import { errorText } from './error-text.ts';
import type { Lists } from './lists.ts';

/** Most datasets that are asked for their tags when no query says which are meant; each is one request. */
export const mostDatasetsForTags = 20;

/** Keys and values of the segments of some datasets together. */
function tagsOf(lists: Lists, datasetIds: readonly string[]): Observable<Map<string, Set<string>>> {
  const all: Observable<SegmentsResource[]> =
    datasetIds.length === 0 ? of([]) : forkJoin(datasetIds.map((id) => lists.segments(id)));
  return all.pipe(
    map((answers) => {
      const found = new Map<string, Set<string>>();
      for (const { key, values } of answers.flatMap(({ keys }) => keys)) {
        found.set(key, new Set([...(found.get(key) ?? []), ...values]));
      }
      return found;
    })
  );
}

/**
 * What a dashboard's filter offers: the keys of the segments, or the values of one key.
 *
 * @param datasetIds the datasets of the panels' queries; none means those of the store
 */
export async function filterChoices(
  lists: Lists,
  datasetIds: readonly string[],
  key: string | null
): Promise<GetTagResponse> {
  const meant =
    datasetIds.length > 0
      ? of(datasetIds)
      : lists.datasets().pipe(map(({ datasets }) => datasets.slice(0, mostDatasetsForTags).map(({ id }) => id)));
  const choices = meant.pipe(
    switchMap((ids) => tagsOf(lists, ids)),
    map((tags) => [...(key === null ? tags.keys() : (tags.get(key) ?? []))].sort())
  );
  try {
    const texts = await firstValueFrom(choices);
    return { data: texts.map((text): MetricFindValue => ({ text, value: text })) };
  } catch (error) {
    return { data: [], error: { message: errorText(error) } };
  }
}
