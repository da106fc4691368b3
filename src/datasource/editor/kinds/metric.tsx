import { CoreApp } from '@grafana/data';
import { distanceMetrics } from '../../../../pkg/contract/index.ts';
import { defaultMetric, type MetricQuery } from '../../model.ts';
import { BaselineField } from '../fields/baseline-field.tsx';
import { distributionOptions } from '../fields/distances.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { MetricField } from '../fields/metric-field.tsx';
import { RadioField } from '../fields/radio-field.tsx';
import { defineKind, type KindFieldsProps, ofBatches } from '../kind.tsx';

const modes = [
  { value: 'series', label: 'Over time', description: 'A value for each batch of the range' },
  { value: 'latest', label: 'Newest', description: 'The value of the newest completed batch' },
] as const;

export const metricKind = defineKind<MetricQuery>({
  kind: 'metric',
  label: 'Metric',
  description: 'A metric or a distance of columns, over time',
  notForAlerts: null,
  empty: ofBatches,
  begin: (common, app) => ({
    ...common,
    kind: 'metric',
    queryType: 'metric',
    metric: defaultMetric,
    ...(app === CoreApp.UnifiedAlerting && { mode: 'latest' }),
  }),
  Fields: MetricFields,
});

function MetricFields({ query, isAlert, ...shared }: KindFieldsProps<MetricQuery>) {
  const { id, mistakeAt, choose, type, run } = shared;
  const { metric, mode = 'series', baseline, distribution = 'auto' } = query;
  const isNoCondition = isAlert && mode !== 'latest';
  return (
    <>
      <MetricField
        id={id('metric')}
        source={shared.source}
        value={metric}
        mistake={mistakeAt('metric')}
        onChoose={(chosen) => choose({ metric: chosen })}
      />
      <RadioField
        label="Values"
        options={modes}
        value={mode}
        mistake={
          isNoCondition ? 'A series is no condition by itself: choose Newest, or add a Reduce expression.' : undefined
        }
        onChoose={(chosen) => choose({ mode: chosen })}
      />
      {distanceMetrics.some((name) => name === metric) && (
        <>
          <BaselineField
            id={id('baseline')}
            source={shared.source}
            datasetId={shared.datasetId}
            absent="window"
            value={baseline}
            mistakeAt={mistakeAt}
            onChoose={(chosen) => choose({ baseline: chosen })}
            onType={(typed) => type({ baseline: typed })}
            onDone={run}
          />
          <ChoiceField
            id={id('distribution')}
            label="Distributions from"
            width={24}
            options={distributionOptions}
            value={distribution}
            mistake={mistakeAt('distribution')}
            onChoose={(chosen) => choose({ distribution: chosen })}
          />
        </>
      )}
    </>
  );
}
