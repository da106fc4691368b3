import type { QueryEditorProps } from '@grafana/data';
import { Combobox, InlineField, InlineFieldRow, Input, RadioButtonGroup } from '@grafana/ui';
import { type KeyboardEvent, useState } from 'react';
import { columnMetrics, distanceMetrics, type QueryKind } from '../../pkg/contract/index.ts';
import { columnsToText, textToColumns } from './column-list.ts';
import type { ProfilesDataSource } from './datasource.ts';
import { defaultQuery, type ProfilesJsonData, type ProfilesQuery, withKind } from './model.ts';

type Props = QueryEditorProps<ProfilesDataSource, ProfilesQuery, ProfilesJsonData>;

const kinds: Array<{ value: QueryKind; label: string; description: string }> = [
  { value: 'metric', label: 'Metric', description: 'A metric or a distance of columns, over time' },
  { value: 'profile', label: 'Profile', description: 'The distribution of a column beside a baseline' },
  { value: 'columns', label: 'Columns', description: 'One row for each column' },
];

const metrics = [...columnMetrics, ...distanceMetrics].map((value) => ({ value }));

/** A plain editor: what is typed is changed at once and asked on leaving the field or on Enter. */
export function QueryEditor({ query: stored, onChange, onRunQuery }: Props) {
  const query: ProfilesQuery = { ...defaultQuery, ...stored };
  // A text with a comma at its end must stay as typed until the field is left.
  const [columns, setColumns] = useState(() => columnsToText(query.columns));
  const id = (field: string): string => `driftglass-${query.refId}-${field}`;
  const change = (next: ProfilesQuery): void => {
    onChange(next);
    onRunQuery();
  };
  const runOnEnter = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') {
      onRunQuery();
    }
  };
  return (
    <InlineFieldRow>
      <InlineField label="Query">
        <RadioButtonGroup
          aria-label="Query"
          options={kinds}
          value={query.kind}
          onChange={(kind) => change(withKind(query, kind))}
        />
      </InlineField>
      <InlineField label="Dataset" htmlFor={id('dataset')} required>
        <Input
          id={id('dataset')}
          width={24}
          placeholder="flights"
          value={query.datasetId}
          onChange={({ currentTarget }) => onChange({ ...query, datasetId: currentTarget.value })}
          onBlur={onRunQuery}
          onKeyDown={runOnEnter}
        />
      </InlineField>
      <InlineField
        label="Columns"
        htmlFor={id('columns')}
        tooltip="Names, globs such as prompt.*, group:input and the like, between commas; -name leaves one out. Empty: all."
      >
        <Input
          id={id('columns')}
          width={40}
          placeholder="all"
          value={columns}
          onChange={({ currentTarget }) => {
            setColumns(currentTarget.value);
            onChange(withColumns(query, currentTarget.value));
          }}
          onBlur={onRunQuery}
          onKeyDown={runOnEnter}
        />
      </InlineField>
      {query.kind === 'metric' && (
        <InlineField label="Metric" htmlFor={id('metric')}>
          <Combobox
            id={id('metric')}
            width={24}
            createCustomValue
            options={metrics}
            value={query.metric}
            onChange={({ value }) => change({ ...query, metric: value })}
          />
        </InlineField>
      )}
    </InlineFieldRow>
  );
}

function withColumns(query: ProfilesQuery, text: string): ProfilesQuery {
  const next: ProfilesQuery = { ...query };
  delete next.columns;
  const columns = textToColumns(text);
  return columns === undefined ? next : { ...next, columns };
}
