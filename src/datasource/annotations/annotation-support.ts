import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { isJsonObject } from '../../../pkg/contract/index.ts';
import { lazyPart } from '../lazy-part.tsx';
import { isRunnable, type ProfilesQuery } from '../model.ts';
import { completeAnnotationQuery, defaultAnnotationQuery } from './annotation-query.ts';

type StoredAnnotation = AnnotationQuery<ProfilesQuery>;

/** Keys of a query that were written beside `target`, as annotations by hand often are. */
const queryKeys = ['kind', 'datasetId', 'analyzerIds', 'tagKeys', 'columns', 'segments', 'granularity', 'monitor'];

/** The annotation with its query where Grafana wants it; the very same object where it is there. */
function prepareAnnotation(json: unknown): StoredAnnotation {
  const annotation = json as StoredAnnotation; // Grafana hands over what the dashboard stores
  const isFlat = !isJsonObject(annotation.target) && queryKeys.some((key) => key in annotation);
  if (!isFlat) {
    return annotation;
  }
  const entries: Array<[string, unknown]> = Object.entries(annotation);
  const rest = entries.filter(([key]) => !queryKeys.includes(key));
  const target = completeAnnotationQuery(Object.fromEntries(entries.filter(([key]) => queryKeys.includes(key))));
  return { ...(Object.fromEntries(rest) as StoredAnnotation), target }; // its own keys, without those of the query
}

/** Frames come with the fields that Grafana maps by itself: time, timeEnd, title, text, tags and id. */
export const annotationSupport: AnnotationSupport<ProfilesQuery> = {
  QueryEditor: lazyPart(async () => (await import('./annotation-editor.tsx')).AnnotationEditor),
  getDefaultQuery: () => defaultAnnotationQuery,
  prepareAnnotation,
  prepareQuery({ target }) {
    const query = completeAnnotationQuery(target);
    return isRunnable(query) ? query : undefined;
  },
};
