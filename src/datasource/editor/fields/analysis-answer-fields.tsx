import type { ComboboxOption } from '@grafana/ui';
import type { AnalysisAggregate, AnalysisSeries } from '../../../../pkg/contract/index.ts';
import type { AnalysisQuery } from '../../model.ts';
import type { KindFieldsProps } from '../kind.tsx';
import { ChoiceField } from './choice-field.tsx';
import { IdsField } from './ids-field.tsx';
import { RadioField } from './radio-field.tsx';

const modes = [
  { value: 'series', label: 'Over time', description: 'Each batch of the range' },
  { value: 'latest', label: 'Newest', description: 'The newest batch that can be judged' },
] as const;

const seriesOptions: Array<ComboboxOption<AnalysisSeries>> = [
  { value: 'value', description: 'what the analyzer looks at' },
  { value: 'lower', description: 'lower bound' },
  { value: 'upper', description: 'upper bound, or threshold' },
  { value: 'verdict', description: '1 for an anomaly, 0 for none' },
  { value: 'batch', description: 'the time of the batch' },
];

const aggregates: Array<ComboboxOption<AnalysisAggregate>> = [
  { value: 'none', label: 'Each column' },
  { value: 'count', label: 'Number of anomalous columns' },
  { value: 'share', label: 'Share of anomalous columns' },
];

/** What of an analysis is shown. */
export function AnalysisAnswerFields({ query, isAlert, id, mistakeAt, choose }: KindFieldsProps<AnalysisQuery>) {
  const { mode = 'series', series = [], aggregate = 'none' } = query;
  const isSeries = isAlert && mode !== 'latest';
  const areSeveral = isAlert && aggregate === 'none' && series.length > 1;
  return (
    <>
      <RadioField
        label="Values"
        options={modes}
        value={mode}
        mistake={isSeries ? 'A series is no condition by itself: choose Newest.' : undefined}
        onChoose={(chosen) => choose({ mode: chosen })}
      />
      <ChoiceField
        id={id('aggregate')}
        label="Of"
        width={30}
        options={aggregates}
        value={aggregate}
        mistake={mistakeAt('aggregate')}
        onChoose={(chosen) => choose({ aggregate: chosen === 'none' ? undefined : chosen })}
      />
      {aggregate === 'none' && (
        <IdsField
          id={id('series')}
          label="Series"
          placeholder={mode === 'latest' ? 'verdict' : 'value, lower, upper, verdict'}
          isLoading={false}
          options={seriesOptions}
          value={series}
          mistake={
            areSeveral ? 'A condition compares one number: keep one of them, such as verdict.' : mistakeAt('series')
          }
          onChoose={(chosen) => choose({ series: chosen })}
        />
      )}
    </>
  );
}
