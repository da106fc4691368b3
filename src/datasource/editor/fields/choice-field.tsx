import { Combobox, type ComboboxOption, Field } from '@grafana/ui';

interface Props {
  id: string;
  label: string;
  options: ReadonlyArray<ComboboxOption>;
  value: string;
  onChoose: (value: string) => void;
  mistake?: string | undefined;
  width?: number;
}

/** One of a few values, or a variable that will be one of them. */
export function ChoiceField({ id, label, options, value, onChoose, mistake, width = 20 }: Props) {
  return (
    <Field label={label} noMargin invalid={mistake !== undefined} error={mistake}>
      <Combobox
        id={id}
        width={width}
        createCustomValue
        options={[...options]}
        value={value}
        onChange={(option) => onChoose(option.value)}
      />
    </Field>
  );
}
