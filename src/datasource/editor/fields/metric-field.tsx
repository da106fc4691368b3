import { Combobox, Field } from '@grafana/ui';
import type { ProfilesSource } from '../../source.ts';
import { metricOptions } from './metric-options.ts';
import { variableOptions } from './options.ts';

interface Props {
  id: string;
  source: ProfilesSource;
  value: string;
  onChoose: (metric: string) => void;
  mistake?: string | undefined;
}

/** Which metric; any quantile can be typed. */
export function MetricField({ id, source, value, onChoose, mistake }: Props) {
  // The back end's text goes on with the list of all metrics, which is in this picker.
  const problem = mistake?.replace(/; there are .*$/, '; choose one, or type quantile_P for any percentage P');
  return (
    <Field label="Metric" noMargin invalid={problem !== undefined} error={problem}>
      <Combobox
        id={id}
        width={26}
        createCustomValue
        customValueDescription="such as quantile_99.9"
        invalid={problem !== undefined}
        options={[...metricOptions, ...variableOptions(source).map((option) => ({ ...option, group: 'Variables' }))]}
        value={value}
        onChange={(option) => onChoose(option.value)}
      />
    </Field>
  );
}
