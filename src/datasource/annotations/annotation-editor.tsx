import type { QueryEditorProps } from '@grafana/data';
import type { AnyKind } from '../editor/kind.tsx';
import { QueryFields } from '../editor/query-fields.tsx';
import { useSoleDataset } from '../editor/use-sole-dataset.ts';
import type { ProfilesQuery } from '../model.ts';
import type { ProfilesSource } from '../source.ts';
import { completeAnnotationQuery } from './annotation-query.ts';

type Props = Pick<QueryEditorProps<ProfilesSource, ProfilesQuery>, 'query' | 'onChange' | 'onRunQuery'> & {
  datasource: ProfilesSource;
};

/** The query of an annotation: anomalies, each as long as its batch, or the moments at which tags changed. */
export function AnnotationEditor({ datasource, query: stored, onChange, onRunQuery }: Props) {
  const sole = useSoleDataset(datasource);
  const complete = completeAnnotationQuery(stored);
  const query = complete.datasetId === '' && sole !== null ? { ...complete, datasetId: sole } : complete;
  return (
    <QueryFields
      query={query}
      source={datasource}
      app={undefined}
      isAlert={false}
      refusal={refusalOfAnnotations}
      advice={null}
      onChange={onChange}
      onRun={onRunQuery}
    />
  );
}

function refusalOfAnnotations({ kind, label }: AnyKind): string | null {
  return kind === 'anomalies' || kind === 'events'
    ? null
    : `A ${label.toLowerCase()} query makes no annotations. Choose Anomalies or Events.`;
}
