import type { ComboboxOption } from '@grafana/ui';
import { analyzerMetrics, type DriftAlgorithm } from '../../../../pkg/contract/index.ts';
import type { StoredAnalyzer, StoredBaseline } from '../../model.ts';
import type { ProfilesSource } from '../../source.ts';
import { BaselineField } from './baseline-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { distanceOptions } from './distances.ts';
import { NumberField } from './number-field.tsx';
import { variableOptions } from './options.ts';

/** What the forms of the types of analyzers are shown with. */
export interface ConfigFieldsProps {
  config: StoredAnalyzer;
  source: ProfilesSource;
  /** Variables replaced; empty while none is chosen. */
  datasetId: string;
  id: (field: string) => string;
  /** Undefined removes a key. */
  onChoose: (changes: StoredAnalyzer) => void;
  onType: (changes: StoredAnalyzer) => void;
  onDone: () => void;
}

const driftMetrics: ComboboxOption[] = [
  { value: 'histogram', label: 'Histograms', description: 'how its numbers lie' },
  { value: 'frequent_items', label: 'Frequent values', description: 'how often each value occurs' },
];

const algorithms: Array<ComboboxOption<DriftAlgorithm>> = [
  ...distanceOptions,
  { value: 'ks_test', label: 'Kolmogorov-Smirnov', description: 'p-value, widened for the sketch; ours' },
  { value: 'wasserstein', label: 'Wasserstein', description: 'in the column’s own unit; ours' },
  { value: 'variation_distance', label: 'Total variation', description: '0 the same, 1 nothing in common; ours' },
  { value: 'chi_square', label: 'Chi-square', description: 'p-value; ours' },
];

const numberMetrics: readonly ComboboxOption[] = analyzerMetrics
  .filter(({ value }) => value === 'float' || value === 'integer')
  .map(({ name, level }) => ({ value: name, ...(level === 'dataset' && { description: 'of the whole dataset' }) }));

const diffModes: ComboboxOption[] = [
  { value: 'pct', label: 'Per cent' },
  { value: 'abs', label: 'In the metric’s unit' },
];

const sides: ComboboxOption[] = [
  { value: 'both', label: 'Both sides' },
  { value: 'upper', label: 'Above' },
  { value: 'lower', label: 'Below' },
];

export function DriftFields(props: ConfigFieldsProps) {
  return (
    <>
      <TextChoice {...props} name="metric" label="Distributions from" options={driftMetrics} absent="histogram" />
      <TextChoice {...props} name="algorithm" label="Distance" options={algorithms} absent="hellinger" />
      <NumberKey {...props} name="threshold" label="Anomaly above" placeholder="such as 0.3" />
      <Baseline {...props} />
    </>
  );
}

export function StddevFields(props: ConfigFieldsProps) {
  return (
    <>
      <NumberMetric {...props} />
      <NumberKey {...props} name="factor" label="Standard deviations" placeholder="3" />
      <TextChoice {...props} name="thresholdType" label="Anomaly" options={sides} absent="both" />
      <NumberKey {...props} name="minBatchSize" label="At least batches" placeholder="3" />
      <Baseline {...props} />
    </>
  );
}

export function FixedFields(props: ConfigFieldsProps) {
  return (
    <>
      <NumberMetric {...props} />
      <NumberKey {...props} name="lower" label="Not below" placeholder="no limit" />
      <NumberKey {...props} name="upper" label="Not above" placeholder="no limit" />
    </>
  );
}

export function DiffFields(props: ConfigFieldsProps) {
  return (
    <>
      <NumberMetric {...props} />
      <NumberKey {...props} name="threshold" label="Differs by" placeholder="such as 50" />
      <TextChoice {...props} name="mode" label="Measured" options={diffModes} absent="abs" />
      <TextChoice {...props} name="thresholdType" label="Anomaly" options={sides} absent="both" />
      <Baseline {...props} />
    </>
  );
}

export function SeasonalFields(props: ConfigFieldsProps) {
  return (
    <>
      <NumberMetric {...props} />
      <NumberKey {...props} name="alpha" label="Alpha" placeholder="0.05" />
      <TextChoice {...props} name="thresholdType" label="Anomaly" options={sides} absent="both" />
      <NumberKey {...props} name="minBatchSize" label="At least batches" placeholder="30" />
      <Baseline {...props} />
    </>
  );
}

interface KeyProps extends ConfigFieldsProps {
  name: string;
  label: string;
}

function NumberMetric(props: ConfigFieldsProps) {
  return <TextChoice {...props} name="metric" label="Metric" options={numberMetrics} absent="" />;
}

/** A key of the configuration with one of several texts; choosing what holds without it removes the key. */
function TextChoice({
  config,
  source,
  id,
  name,
  label,
  options,
  absent,
  onChoose,
}: KeyProps & { options: readonly ComboboxOption[]; absent: string }) {
  const value = config[name];
  return (
    <ChoiceField
      id={id(name)}
      label={label}
      width={24}
      options={[...options, ...variableOptions(source)]}
      value={typeof value === 'string' ? value : absent}
      onChoose={(chosen) => onChoose({ [name]: chosen === 'both' ? undefined : chosen })}
    />
  );
}

function NumberKey({ config, id, name, label, placeholder, onType, onDone }: KeyProps & { placeholder: string }) {
  const value = config[name];
  return (
    <NumberField
      id={id(name)}
      label={label}
      placeholder={placeholder}
      value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
      onType={(typed) => onType({ [name]: typed })}
      onDone={onDone}
    />
  );
}

function Baseline({ config, source, datasetId, id, onChoose, onType, onDone }: ConfigFieldsProps) {
  // The engine parses it; here its type and the keys of that type are looked at.
  const baseline = config['baseline'] as StoredBaseline | undefined;
  const merged = (next: StoredBaseline | undefined) => ({
    // Of the same type, what the form does not show stays, such as the days that a window leaves out.
    baseline: next !== undefined && next.type === baseline?.type ? { ...withoutSize(baseline), ...next } : next,
  });
  return (
    <BaselineField
      id={id('baseline')}
      source={source}
      datasetId={datasetId}
      absent="window"
      sizePlaceholder="such as 7"
      value={baseline}
      mistakeAt={() => undefined}
      onChoose={(next) => onChoose(merged(next))}
      onType={(next) => onType(merged(next))}
      onDone={onDone}
    />
  );
}

/** An emptied size is no size, and not the one before. */
function withoutSize(baseline: StoredBaseline): object {
  return Object.fromEntries(Object.entries(baseline).filter(([key]) => key !== 'size'));
}
