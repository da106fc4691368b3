import { Combobox, type ComboboxOption, Field } from '@grafana/ui';
import { defaultGranularity, type Granularity } from '../../../../pkg/contract/index.ts';
import type { ProfilesSource } from '../../source.ts';
import { variableOptions } from './options.ts';

interface Props {
  id: string;
  source: ProfilesSource;
  value: string | undefined;
  onChoose: (granularity: string) => void;
  mistake?: string | undefined;
}

const sizes: Array<ComboboxOption<Granularity>> = [
  { value: 'hourly', label: 'Hours' },
  { value: 'daily', label: 'Days' },
  { value: 'weekly', label: 'Weeks' },
  { value: 'monthly', label: 'Months' },
];

/** The size of a batch. */
export function GranularityField({ id, source, value = defaultGranularity, onChoose, mistake }: Props) {
  return (
    <Field label="Batches" noMargin invalid={mistake !== undefined} error={mistake}>
      <Combobox<string>
        id={id}
        width={14}
        createCustomValue
        options={[...sizes, ...variableOptions(source)]}
        value={value}
        onChange={(option) => onChoose(option.value)}
      />
    </Field>
  );
}
