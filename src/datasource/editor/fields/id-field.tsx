import { Combobox, type ComboboxOption, Field } from '@grafana/ui';
import { useSlow } from '../../use-slow.ts';

interface Props {
  id: string;
  label: string;
  placeholder: string;
  options: ComboboxOption[];
  isLoading: boolean;
  value: string;
  mistake: string | undefined;
  onChoose: (id: string) => void;
  /** Offered where the field may be empty. */
  onClear?: () => void;
}

/** An id of the monitor document, or a typed one. */
export function IdField({ id, label, placeholder, options, isLoading, value, mistake, onChoose, onClear }: Props) {
  const isSlow = useSlow(isLoading);
  const shown = { id, width: 32, placeholder, options, loading: isSlow, invalid: mistake !== undefined } as const;
  return (
    <Field label={label} noMargin invalid={mistake !== undefined} error={mistake}>
      {onClear === undefined ? (
        <Combobox
          {...shown}
          createCustomValue
          value={value === '' ? null : value}
          onChange={(option) => onChoose(option.value)}
        />
      ) : (
        <Combobox
          {...shown}
          createCustomValue
          isClearable
          value={value === '' ? null : value}
          onChange={(option) => (option === null ? onClear() : onChoose(option.value))}
        />
      )}
    </Field>
  );
}
