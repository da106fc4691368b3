import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Alert, Field, RadioButtonGroup, Stack } from '@grafana/ui';
import { variableName } from '../../../pkg/contract/index.ts';
import type { ProfilesDataSource } from '../datasource.ts';
import {
  type Changes,
  changed,
  commonPart,
  completeQuery,
  type ProfilesJsonData,
  type ProfilesQuery,
} from '../model.ts';
import { CommonFields } from './common-fields.tsx';
import { DatasetField } from './fields/dataset-field.tsx';
import { kinds } from './kinds/index.ts';
import { findMistake, mistakeWithin } from './mistake.ts';
import { StoreProblem } from './store-problem.tsx';
import { useSoleDataset } from './use-sole-dataset.ts';

type Props = QueryEditorProps<ProfilesDataSource, ProfilesQuery, ProfilesJsonData>;

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
  const mistake = findMistake(query, isAlert ? null : (text, format) => datasource.replaceVariables(text, {}, format));
  const kind = kinds.find(({ kind: name }) => name === query.kind);

  const type = (changes: Changes<ProfilesQuery>): void => onChange(changed(query, changes));
  const choose = (changes: Changes<ProfilesQuery>): void => {
    type(changes);
    onRunQuery();
  };
  const dataset = isAlert ? query.datasetId : datasource.replaceVariables(query.datasetId);
  const shared = {
    query,
    // A variable without a value names no dataset whose lists could be asked for.
    datasetId: variableName(dataset) === null ? dataset : '',
    source: datasource,
    isAlert,
    id: (field: string) => `driftglass-${query.refId}-${field}`,
    mistakeAt: (place: string) => mistakeWithin(mistake, place),
    choose,
    type,
    run: onRunQuery,
  };
  return (
    <Stack direction="column" gap={1.5}>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        <Field label="Query" noMargin>
          <RadioButtonGroup
            aria-label="Query"
            options={kinds
              .filter(({ kind: name, notForAlerts }) => !isAlert || notForAlerts === null || name === query.kind)
              .map(({ kind: value, label, description }) => ({ value, label, description }))}
            value={query.kind}
            onChange={(name) => {
              const begun = kinds.find((one) => one.kind === name)?.begin(commonPart(query), app);
              if (begun !== undefined) {
                onChange(begun);
                onRunQuery();
              }
            }}
          />
        </Field>
        <DatasetField
          id={shared.id('dataset')}
          source={datasource}
          value={query.datasetId}
          mistake={
            isAlert && query.datasetId === '' ? 'An alert rule names its dataset.' : shared.mistakeAt('datasetId')
          }
          onChoose={(datasetId) => choose({ datasetId })}
        />
      </Stack>
      <StoreProblem source={datasource} datasetId={shared.datasetId} />
      {kind === undefined && (
        <Alert
          severity="info"
          bottomSpacing={0}
          title={`This editor does not know queries of the kind "${query.kind}"; this one stays as it is.`}
        />
      )}
      {isAlert && kind !== undefined && kind.notForAlerts !== null && (
        <Alert
          severity="warning"
          bottomSpacing={0}
          title={`${kind.notForAlerts}, not a number: it is no alert condition. Choose Metric.`}
        />
      )}
      {kind?.Fields && (
        <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
          <kind.Fields key={query.kind} {...shared} />
        </Stack>
      )}
      {kind !== undefined && <CommonFields {...shared} />}
    </Stack>
  );
}

/** True for a query that has only what Grafana puts into a new one. */
function isNew(stored: ProfilesQuery): boolean {
  const { kind, datasetId } = stored as Partial<ProfilesQuery>;
  return kind === undefined && datasetId === undefined;
}
