import { type ComboboxOption, Field, MultiCombobox } from '@grafana/ui';
import { useMemo } from 'react';
import type { ColumnResource } from '../../../../pkg/contract/index.ts';
import { useList } from '../../use-list.ts';
import { useSlow } from '../../use-slow.ts';
import type { PickerProps } from './field-props.ts';
import { variableOptions } from './options.ts';

interface Props extends PickerProps {
  label: string;
  placeholder: string;
  value: readonly string[];
  onChoose: (entries: string[]) => void;
}

/** The groups of a monitor document. */
const groups: ComboboxOption[] = [
  { value: 'group:continuous', description: 'columns of numbers with many values' },
  { value: 'group:discrete', description: 'columns with few values' },
  { value: 'group:input', description: 'columns without "output" in their name' },
  { value: 'group:output', description: 'columns with "output" in their name' },
];

/** Names, globs, groups and variables. */
export function ColumnsField({ id, source, datasetId, label, placeholder, value, onChoose, mistake }: Props) {
  const columns = useList(datasetId === '' ? null : source.lists.columns(datasetId));
  const isSlow = useSlow(columns.state === 'loading');
  const known = columns.state === 'ready' ? columns.list.columns : undefined;
  const named = useMemo(() => known?.map(columnOption) ?? [], [known]);
  return (
    <Field label={label} noMargin invalid={mistake !== undefined} error={mistake}>
      <MultiCombobox
        id={id}
        width="auto"
        minWidth={36}
        maxWidth={70}
        createCustomValue
        customValueDescription="name, or a pattern such as prompt.*"
        isClearable
        placeholder={placeholder}
        loading={isSlow}
        invalid={mistake !== undefined}
        options={[...variableOptions(source), ...groups, ...named]}
        // As options and not as texts: then nobody looks for them among thousands.
        value={value.map((entry) => ({ value: entry }))}
        onChange={(chosen) => onChoose(chosen.map((option) => option.value))}
      />
    </Field>
  );
}

function columnOption({ name, type, isDiscrete }: ColumnResource): ComboboxOption {
  const kind = isDiscrete === null ? '' : isDiscrete ? ', discrete' : ', continuous';
  return { value: name, description: `${type.toLowerCase()}${kind}` };
}
