import { Field } from '@grafana/ui';
import type { StoredNumber } from '../../model.ts';
import { storedNumber } from '../../stored-number.ts';
import { TypedInput } from './typed-input.tsx';

interface Props {
  id: string;
  label: string;
  placeholder: string;
  value: StoredNumber | undefined;
  onType: (value: StoredNumber | undefined) => void;
  onDone: () => void;
  mistake?: string | undefined;
}

/** A number, or a variable that will be one; empty for the default that the placeholder tells. */
export function NumberField({ id, label, placeholder, value, onType, onDone, mistake }: Props) {
  return (
    <Field label={label} noMargin invalid={mistake !== undefined} error={mistake}>
      <TypedInput
        id={id}
        value={value === undefined ? '' : String(value)}
        placeholder={placeholder}
        invalid={mistake !== undefined}
        onType={(text) => onType(storedNumber(text))}
        onDone={onDone}
      />
    </Field>
  );
}
