import { CoreApp, type QueryEditorProps } from '@grafana/data';
import type { ProfilesDataSource } from '../datasource.ts';
import { completeQuery, type ProfilesJsonData, type ProfilesQuery } from '../model.ts';
import type { AnyKind } from './kind.tsx';
import { QueryFields } from './query-fields.tsx';
import { useSoleDataset } from './use-sole-dataset.ts';

type Props = QueryEditorProps<ProfilesDataSource, ProfilesQuery, ProfilesJsonData>;

const alertAdvice =
  'Analysis and Monitor suit a rule best: they know their bounds and give 1 for an anomaly and 0 for none, so the condition is "above 0". A metric needs a threshold of the rule’s own.';

/**
 * One query. Choices take effect at once, typed texts on Enter or on leaving the field, and nothing by being shown:
 * defaults are filled in for the eye, and stored with the first change.
 */
export function QueryEditor({ datasource, query: stored, onChange, onRunQuery, app }: Props) {
  const isAlert = app === CoreApp.UnifiedAlerting;
  const sole = useSoleDataset(datasource);
  const complete = completeQuery({
    ...(isNew(stored) && datasource.getDefaultQuery(app ?? CoreApp.Unknown)),
    ...stored,
  });
  // A rule is evaluated by the server, which has nobody to ask which dataset was meant: there it must be chosen.
  const query = complete.datasetId === '' && sole !== null && !isAlert ? { ...complete, datasetId: sole } : complete;
  return (
    <QueryFields
      query={query}
      source={datasource}
      app={app}
      isAlert={isAlert}
      refusal={isAlert ? refusalOfAlerts : () => null}
      advice={isAlert ? alertAdvice : null}
      onChange={onChange}
      onRun={onRunQuery}
    />
  );
}

function refusalOfAlerts({ notForAlerts }: AnyKind): string | null {
  return notForAlerts === null
    ? null
    : `${notForAlerts}, not a number: it is no alert condition. Choose Analysis, Monitor or Metric.`;
}

/** True for a query that has only what Grafana puts into a new one. */
function isNew(stored: ProfilesQuery): boolean {
  const { kind, datasetId } = stored as Partial<ProfilesQuery>;
  return kind === undefined && datasetId === undefined;
}
