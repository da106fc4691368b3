import type { QueryEditorProps } from '@grafana/data';
import { Combobox, type ComboboxOption, Field, Stack } from '@grafana/ui';
import { DatasetField } from '../editor/fields/dataset-field.tsx';
import { StoreProblem } from '../editor/store-problem.tsx';
import { variableOptions } from '../editor/fields/options.ts';
import { TypedInput } from '../editor/fields/typed-input.tsx';
import { useSoleDataset } from '../editor/use-sole-dataset.ts';
import type { ProfilesJsonData, ProfilesQuery } from '../model.ts';
import type { ProfilesSource } from '../source.ts';
import { useList } from '../use-list.ts';
import { useSlow } from '../use-slow.ts';
import { completeVariableQuery, type VariableList, type VariableQuery, variableText } from './variable-query.ts';

/** Grafana hands over more than its type says: the second argument is what the list of variables shows. */
type Props = Omit<QueryEditorProps<ProfilesSource, ProfilesQuery, ProfilesJsonData, VariableQuery>, 'onChange'> & {
  onChange: (query: VariableQuery, definition: string) => void;
};

const lists: Array<ComboboxOption<VariableList>> = [
  { value: 'datasets', label: 'Datasets' },
  { value: 'columns', label: 'Columns', description: 'of a dataset' },
  { value: 'segmentValues', label: 'Values of a segment key', description: 'such as each airport' },
  { value: 'segmentKeys', label: 'Segment keys' },
  { value: 'references', label: 'Reference profiles', description: 'to compare with' },
];

/** What a dashboard variable lists. */
export function VariableEditor({ datasource, query: stored, onChange, onRunQuery }: Props) {
  const sole = useSoleDataset(datasource);
  const complete = completeVariableQuery(stored);
  const query = complete.datasetId === '' && sole !== null ? { ...complete, datasetId: sole } : complete;
  const { list, datasetId, segmentKey = '', only = '' } = query;
  const type = (changes: Partial<VariableQuery>): void => {
    const next = { ...query, ...changes };
    onChange(next, variableText(next));
  };
  const choose = (changes: Partial<VariableQuery>): void => {
    type(changes);
    onRunQuery();
  };
  return (
    <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
      <Field label="List" noMargin>
        <Combobox
          id="driftglass-variable-list"
          width={28}
          options={lists}
          value={list}
          onChange={({ value }) => choose({ list: value })}
        />
      </Field>
      {list !== 'datasets' && (
        <DatasetField
          id="driftglass-variable-dataset"
          source={datasource}
          value={datasetId}
          onChoose={(chosen) => choose({ datasetId: chosen })}
        />
      )}
      {list === 'segmentValues' && (
        <KeyField
          source={datasource}
          datasetId={datasource.replaceVariables(datasetId)}
          value={segmentKey}
          onChoose={(chosen) => choose({ segmentKey: chosen })}
        />
      )}
      {list === 'columns' && (
        <Field label="Only" noMargin description="A pattern such as prompt.*, or group:continuous">
          <TypedInput
            id="driftglass-variable-only"
            width={24}
            placeholder="all columns"
            value={only}
            onType={(text) => type({ only: text })}
            onDone={onRunQuery}
          />
        </Field>
      )}
      <StoreProblem source={datasource} datasetId={list === 'datasets' ? '' : datasource.replaceVariables(datasetId)} />
    </Stack>
  );
}

interface KeyProps {
  source: ProfilesSource;
  datasetId: string;
  value: string;
  onChoose: (key: string) => void;
}

function KeyField({ source, datasetId, value, onChoose }: KeyProps) {
  const segments = useList(datasetId === '' ? null : source.lists.segments(datasetId));
  const isSlow = useSlow(segments.state === 'loading');
  const keys = segments.state === 'ready' ? segments.list.keys : [];
  const problem = value === '' ? 'Choose whose values are listed.' : undefined;
  return (
    <Field label="Segment key" noMargin invalid={problem !== undefined} error={problem}>
      <Combobox
        id="driftglass-variable-key"
        width={20}
        createCustomValue
        placeholder="key"
        loading={isSlow}
        options={[...keys.map(({ key }) => ({ value: key })), ...variableOptions(source)]}
        value={value === '' ? null : value}
        onChange={(option) => onChoose(option.value)}
      />
    </Field>
  );
}
