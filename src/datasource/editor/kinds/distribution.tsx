import type { DistributionQuery } from '../../model.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { RadioField } from '../fields/radio-field.tsx';
import { numberOrText } from '../../stored-number.ts';
import { defineKind, type KindFieldsProps, ofBatches } from '../kind.tsx';

const forms = [
  { value: 'quantiles', label: 'Quantiles', description: 'Series of the 5th, 25th, 50th, 75th and 95th percentile' },
  { value: 'heatmap', label: 'Heat map', description: 'How many values lie in each bin of each batch' },
] as const;

const binOptions = [{ value: 'auto', label: 'Automatic', description: 'or type a number' }];

export const distributionKind = defineKind<DistributionQuery>({
  kind: 'distribution',
  label: 'Distribution',
  description: 'How the values of columns lie, over time',
  notForAlerts: 'A distribution query gives several series',
  empty: ofBatches,
  begin: (common) => ({ ...common, kind: 'distribution', queryType: 'distribution' }),
  Fields: DistributionFields,
});

function DistributionFields({ query, id, mistakeAt, choose }: KindFieldsProps<DistributionQuery>) {
  const { form = 'quantiles', bins = 'auto' } = query;
  return (
    <>
      <RadioField label="As" options={forms} value={form} onChoose={(chosen) => choose({ form: chosen })} />
      {form === 'heatmap' && (
        <ChoiceField
          id={id('bins')}
          label="Bins"
          options={binOptions}
          value={String(bins)}
          mistake={mistakeAt('bins')}
          onChoose={(chosen) => choose({ bins: numberOrText(chosen) })}
        />
      )}
    </>
  );
}
