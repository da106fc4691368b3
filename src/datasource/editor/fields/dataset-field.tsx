import { Combobox, Field } from '@grafana/ui';
import { datasetText } from '../../dataset-text.ts';
import type { ProfilesSource } from '../../source.ts';
import { useList } from '../../use-list.ts';
import { useSlow } from '../../use-slow.ts';
import { variableOptions } from './options.ts';

interface Props {
  id: string;
  source: ProfilesSource;
  value: string;
  onChoose: (datasetId: string) => void;
  mistake?: string | undefined;
}

/** Which dataset. */
export function DatasetField({ id, source, value, onChoose, mistake }: Props) {
  const datasets = useList(source.lists.datasets());
  const isSlow = useSlow(datasets.state === 'loading');
  const options = datasets.state === 'ready' ? datasets.list.datasets : [];
  const isEmpty = datasets.state === 'ready' && options.length === 0;
  const problem = mistake ?? (isEmpty ? 'The store holds no dataset yet; see the data source’s settings.' : undefined);
  return (
    <Field label="Dataset" noMargin invalid={problem !== undefined} error={problem}>
      <Combobox
        id={id}
        width={28}
        createCustomValue
        placeholder="choose a dataset"
        loading={isSlow}
        invalid={problem !== undefined}
        options={[
          ...options.map((dataset) => ({ value: dataset.id, description: datasetText(dataset) })),
          ...variableOptions(source),
        ]}
        value={value === '' ? null : value}
        onChange={({ value: chosen }) => onChoose(chosen)}
      />
    </Field>
  );
}
