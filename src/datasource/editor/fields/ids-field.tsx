import { type ComboboxOption, Field, MultiCombobox } from '@grafana/ui';
import { useSlow } from '../../use-slow.ts';

interface Props {
  id: string;
  label: string;
  placeholder: string;
  options: ComboboxOption[];
  isLoading: boolean;
  value: readonly string[];
  mistake: string | undefined;
  /** Undefined: none is left. */
  onChoose: (ids: string[] | undefined) => void;
}

/** Several of a list, typed ones and variables; none means all. */
export function IdsField({ id, label, placeholder, options, isLoading, value, mistake, onChoose }: Props) {
  const isSlow = useSlow(isLoading);
  return (
    <Field label={label} noMargin invalid={mistake !== undefined} error={mistake}>
      <MultiCombobox
        id={id}
        width="auto"
        minWidth={36}
        maxWidth={70}
        createCustomValue
        isClearable
        placeholder={placeholder}
        loading={isSlow}
        invalid={mistake !== undefined}
        options={options}
        // As options and not as texts: then a value that the list lacks is shown too.
        value={value.map((entry) => ({ value: entry }))}
        onChange={(chosen) => onChoose(chosen.length === 0 ? undefined : chosen.map((option) => option.value))}
      />
    </Field>
  );
}
