import type { CoreApp } from '@grafana/data';
import { Alert, Stack } from '@grafana/ui';
import { variableName } from '../../../pkg/contract/index.ts';
import { type Changes, changed, commonPart, type ProfilesQuery } from '../model.ts';
import { Muted } from '../muted.tsx';
import type { ProfilesSource } from '../source.ts';
import { CommonFields } from './common-fields.tsx';
import { DatasetField } from './fields/dataset-field.tsx';
import { RadioField } from './fields/radio-field.tsx';
import type { AnyKind } from './kind.tsx';
import { kinds } from './kinds/index.ts';
import { findMistake, mistakeWithin } from './mistake.ts';
import { StoreProblem } from './store-problem.tsx';

interface Props {
  /** With its defaults filled in. */
  query: ProfilesQuery;
  source: ProfilesSource;
  app: CoreApp | undefined;
  isAlert: boolean;
  /** Why a kind is not offered here; null when it is. */
  refusal: (kind: AnyKind) => string | null;
  /** What helps to choose a kind. */
  advice: string | null;
  onChange: (query: ProfilesQuery) => void;
  onRun: () => void;
}

/** All fields of a query: its kind, its dataset, those of its kind, and those that most kinds have. */
export function QueryFields({ query, source, app, isAlert, refusal, advice, onChange, onRun }: Props) {
  const mistake = findMistake(query, isAlert ? null : (text, format) => source.replaceVariables(text, {}, format));
  const kind = kinds.find(({ kind: name }) => name === query.kind);
  const type = (changes: Changes<ProfilesQuery>): void => onChange(changed(query, changes));
  const choose = (changes: Changes<ProfilesQuery>): void => {
    type(changes);
    onRun();
  };
  const dataset = isAlert ? query.datasetId : source.replaceVariables(query.datasetId);
  const shared = {
    query,
    // A variable without a value names no dataset whose lists could be asked for.
    datasetId: variableName(dataset) === null ? dataset : '',
    source,
    isAlert,
    id: (field: string) => `driftglass-${query.refId}-${field}`,
    mistakeAt: (place: string) => mistakeWithin(mistake, place),
    choose,
    type,
    run: onRun,
  };
  const refused = kind === undefined ? null : refusal(kind);
  return (
    <Stack direction="column" gap={1.5}>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        <RadioField
          label="Query"
          options={kinds
            .filter((one) => refusal(one) === null || one === kind)
            .map(({ kind: value, label, description }) => ({ value, label, description }))}
          value={query.kind}
          onChoose={(name) => {
            const begun = kinds.find((one) => one.kind === name)?.begin(commonPart(query), app);
            if (begun !== undefined) {
              onChange(begun);
              onRun();
            }
          }}
        />
        <DatasetField
          id={shared.id('dataset')}
          source={source}
          value={query.datasetId}
          mistake={
            isAlert && query.datasetId === '' ? 'An alert rule names its dataset.' : shared.mistakeAt('datasetId')
          }
          onChoose={(datasetId) => choose({ datasetId })}
        />
      </Stack>
      {advice !== null && <Muted element="p">{advice}</Muted>}
      <StoreProblem source={source} datasetId={shared.datasetId} />
      {kind === undefined && (
        <Alert
          severity="info"
          bottomSpacing={0}
          title={`This editor does not know queries of the kind "${query.kind}"; this one stays as it is.`}
        />
      )}
      {refused !== null && <Alert severity="warning" bottomSpacing={0} title={refused} />}
      {kind?.Fields && (
        <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
          <kind.Fields key={query.kind} {...shared} />
        </Stack>
      )}
      {kind !== undefined && <CommonFields {...shared} empty={kind.empty} />}
    </Stack>
  );
}
