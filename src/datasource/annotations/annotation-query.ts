import { querySchemaVersion } from '../../../pkg/contract/index.ts';
import type { ProfilesQuery } from '../model.ts';

/** The refId that Grafana gives to annotation queries. */
const annotationRefId = 'Anno';

/** What an annotation begins with: the anomalies of the dataset's monitor document. */
export const defaultAnnotationQuery = {
  kind: 'anomalies',
  queryType: 'anomalies',
  schemaVersion: querySchemaVersion,
  datasetId: '',
} satisfies Partial<ProfilesQuery>;

/** The stored query with what is missing: an annotation that says nothing means the anomalies. */
export function completeAnnotationQuery(stored: Partial<ProfilesQuery> | undefined): ProfilesQuery {
  const complete = { refId: annotationRefId, ...defaultAnnotationQuery, ...stored };
  return complete as ProfilesQuery; // its kind decides which keys it has, and they are the stored ones
}
