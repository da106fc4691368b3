import { distanceMetrics } from '../../../../pkg/contract/index.ts';
import type { ProfileQuery } from '../../model.ts';
import { numberOrText } from '../../stored-number.ts';
import { BaselineField } from '../fields/baseline-field.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { distanceOptions, distributionOptions } from '../fields/distances.ts';
import { NumberField } from '../fields/number-field.tsx';
import { TargetField } from '../fields/target-field.tsx';
import { defineKind, type KindFieldsProps, ofBatches } from '../kind.tsx';

const binOptions = [
  { value: 'auto', label: 'Automatic', description: 'as many as the values allow; or type a number' },
  { value: 'equal_mass', label: 'Equal shares', description: 'each with the same share of the baseline' },
  { value: 'analyzer', label: 'The distance’s own', description: 'the 30 that the distance is taken on' },
];

export const profileKind = defineKind<ProfileQuery>({
  kind: 'profile',
  label: 'Profile',
  description: 'The distribution of columns beside a baseline',
  notForAlerts: 'A profile query gives distributions',
  empty: ofBatches,
  begin: (common) => ({
    ...common,
    kind: 'profile',
    queryType: 'profile',
    target: 'latest',
    baseline: { type: 'TrailingWindow' },
  }),
  Fields: ProfileFields,
});

function ProfileFields({ query, source, datasetId, id, mistakeAt, choose, type, run }: KindFieldsProps<ProfileQuery>) {
  const { baseline, algorithm = distanceMetrics[0], distribution = 'auto', threshold, bins = 'auto' } = query;
  return (
    <>
      <TargetField id={id('target')} query={query} mistakeAt={mistakeAt} choose={choose} type={type} run={run} />
      <BaselineField
        id={id('baseline')}
        source={source}
        datasetId={datasetId}
        absent="none"
        value={baseline}
        mistakeAt={mistakeAt}
        onChoose={(chosen) => choose({ baseline: chosen })}
        onType={(typed) => type({ baseline: typed })}
        onDone={run}
      />
      {baseline !== undefined && (
        <>
          <ChoiceField
            id={id('algorithm')}
            label="Distance"
            options={distanceOptions}
            value={algorithm}
            mistake={mistakeAt('algorithm')}
            onChoose={(chosen) => choose({ algorithm: chosen })}
          />
          <NumberField
            id={id('threshold')}
            label="Anomaly above"
            placeholder="not judged"
            value={threshold}
            mistake={mistakeAt('threshold')}
            onType={(typed) => type({ threshold: typed })}
            onDone={run}
          />
        </>
      )}
      <ChoiceField
        id={id('distribution')}
        label="Distributions from"
        width={24}
        options={distributionOptions}
        value={distribution}
        mistake={mistakeAt('distribution')}
        onChoose={(chosen) => choose({ distribution: chosen })}
      />
      <ChoiceField
        id={id('bins')}
        label="Bins"
        options={binOptions}
        value={String(bins)}
        mistake={mistakeAt('bins')}
        onChoose={(chosen) => choose({ bins: numberOrText(chosen) })}
      />
    </>
  );
}
