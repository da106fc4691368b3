import { Combobox, type ComboboxOption, Field } from '@grafana/ui';
import type { StoredBaseline } from '../../model.ts';
import { useList } from '../../use-list.ts';
import { useSlow } from '../../use-slow.ts';
import { ChoiceField } from './choice-field.tsx';
import type { PickerProps } from './field-props.ts';
import { NumberField } from './number-field.tsx';
import { variableOptions } from './options.ts';

interface Props extends Omit<PickerProps, 'mistake'> {
  value: StoredBaseline | undefined;
  /** What holds when there is none: a trailing window of 7 batches, or no comparison at all. */
  absent: 'window' | 'none';
  /** What an empty number of batches means. */
  sizePlaceholder?: string;
  mistakeAt: (path: string) => string | undefined;
  /** A choice that is complete: it takes effect at once. */
  onChoose: (baseline: StoredBaseline | undefined) => void;
  /** One that is not: a number on its way, a reference without its profile. */
  onType: (baseline: StoredBaseline) => void;
  onDone: () => void;
}

const none: ComboboxOption = { value: 'none', label: 'Nothing' };
const types: ComboboxOption[] = [
  { value: 'TrailingWindow', label: 'The batches before', description: 'a window that trails the batch' },
  { value: 'Reference', label: 'A reference profile', description: 'one that was put aside to compare with' },
];

/** What a batch is compared with. */
export function BaselineField({
  absent,
  sizePlaceholder = '7',
  value,
  mistakeAt,
  onChoose,
  onType,
  onDone,
  ...picker
}: Props) {
  const type = value?.type ?? (absent === 'window' ? 'TrailingWindow' : 'none');
  return (
    <>
      <ChoiceField
        id={`${picker.id}-type`}
        label="Compared with"
        width={22}
        options={absent === 'none' ? [none, ...types] : types}
        value={type}
        mistake={mistakeAt('baseline.type')}
        onChoose={(chosen) =>
          chosen === 'Reference' ? onType({ type: chosen, profileId: '' }) : onChoose(windowOf(chosen))
        }
      />
      {type === 'TrailingWindow' && (
        <NumberField
          id={`${picker.id}-size`}
          label="How many batches"
          placeholder={sizePlaceholder}
          value={value?.type === 'TrailingWindow' ? value.size : undefined}
          mistake={mistakeAt('baseline.size')}
          onType={(size) => onType({ type, ...(size !== undefined && { size }) })}
          onDone={onDone}
        />
      )}
      {value?.type === 'Reference' && (
        <ReferenceField
          {...picker}
          value={value.profileId}
          mistake={value.profileId === '' ? 'Choose the profile to compare with.' : mistakeAt('baseline.profileId')}
          onChoose={(profileId) => onChoose({ type: 'Reference', profileId })}
        />
      )}
    </>
  );
}

function windowOf(type: string): StoredBaseline | undefined {
  return type === 'TrailingWindow' ? { type } : undefined;
}

interface ReferenceProps extends PickerProps {
  value: string;
  onChoose: (profileId: string) => void;
}

function ReferenceField({ id, source, datasetId, value, onChoose, mistake }: ReferenceProps) {
  const references = useList(datasetId === '' ? null : source.lists.references(datasetId));
  const isSlow = useSlow(references.state === 'loading');
  const known = references.state === 'ready' ? references.list.references : [];
  const isNone = references.state === 'ready' && known.length === 0;
  const problem = isNone && value === '' ? 'The dataset has none: put one into its folder "reference".' : mistake;
  return (
    <Field label="Reference profile" noMargin invalid={problem !== undefined} error={problem}>
      <Combobox
        id={`${id}-profile`}
        width={24}
        createCustomValue
        placeholder="choose a profile"
        loading={isSlow}
        invalid={problem !== undefined}
        options={[...known.map(({ profileId }) => ({ value: profileId })), ...variableOptions(source)]}
        value={value === '' ? null : value}
        onChange={(option) => onChoose(option.value)}
      />
    </Field>
  );
}
