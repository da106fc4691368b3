import { Combobox, type ComboboxOption, Field } from '@grafana/ui';
import { defaultGranularity, type Granularity } from '../../../../pkg/contract/index.ts';
import type { ProfilesSource } from '../../source.ts';
import { variableOptions } from './options.ts';

interface Props {
  id: string;
  source: ProfilesSource;
  value: string | undefined;
  /** What holds without a value, in words; null: days. */
  empty: string | null;
  onChoose: (granularity: string | undefined) => void;
  mistake?: string | undefined;
}

const sizes: Array<ComboboxOption<Granularity>> = [
  { value: 'hourly', label: 'Hours' },
  { value: 'daily', label: 'Days' },
  { value: 'weekly', label: 'Weeks' },
  { value: 'monthly', label: 'Months' },
];

/** Stands in the picker for no value at all. */
const ofDocument = 'document';

/** The size of a batch. */
export function GranularityField({ id, source, value, empty, onChoose, mistake }: Props) {
  const absent = empty === null ? [] : [{ value: ofDocument, label: empty }];
  return (
    <Field label="Batches" noMargin invalid={mistake !== undefined} error={mistake}>
      <Combobox<string>
        id={id}
        width={empty === null ? 14 : 24}
        createCustomValue
        options={[...absent, ...sizes, ...variableOptions(source)]}
        value={value ?? (empty === null ? defaultGranularity : ofDocument)}
        onChange={(option) => onChoose(option.value === ofDocument ? undefined : option.value)}
      />
    </Field>
  );
}
