import { Stack } from '@grafana/ui';
import { useState } from 'react';
import { replaceTexts } from '../../interpolate.ts';
import type { AnalysisQuery, StoredAnalyzer } from '../../model.ts';
import { ProblemList } from '../../problem-list.tsx';
import { type FormType, formConfigs, formTypeOf, withConfig } from '../analyzer-draft.ts';
import type { KindFieldsProps } from '../kind.tsx';
import { useAnalyzerCheck } from '../use-analyzer-check.ts';
import { AnalyzerForm } from './analyzer-form.tsx';
import { AnalyzerJson } from './analyzer-json.tsx';
import { RadioField } from './radio-field.tsx';

interface Props extends KindFieldsProps<AnalysisQuery> {
  analyzer: StoredAnalyzer;
}

const types: Array<{ value: FormType | 'json'; label: string; description: string }> = [
  { value: 'drift', label: 'Drift', description: 'The distribution against that of a baseline' },
  { value: 'stddev', label: 'Deviation', description: 'A number against its mean and standard deviation' },
  { value: 'fixed', label: 'Limits', description: 'A number against limits' },
  { value: 'diff', label: 'Difference', description: 'A number against that of a baseline' },
  { value: 'seasonal', label: 'Seasonal', description: 'A number against a forecast with seasons' },
  { value: 'json', label: 'JSON', description: 'Any analyzer, as in a monitor document' },
];

/** An analyzer that a query brings: a form for the common types, JSON for all, and what the engine says of it. */
export function InlineAnalyzer({ analyzer, ...shared }: Props) {
  const { query, source, datasetId, isAlert, id, choose, type, run } = shared;
  const formType = formTypeOf(analyzer);
  const [isJson, setIsJson] = useState(formType === null);
  // A rule has no variables to replace; what is left in it is told by the engine.
  const meant = isAlert
    ? analyzer
    : replaceTexts(analyzer, (text, format) => source.replaceVariables(text, {}, format));
  // The same shape: texts were replaced.
  const check = useAnalyzerCheck(source, meant as StoredAnalyzer, datasetId, query.granularity);
  const shown = isJson || formType === null ? 'json' : formType;
  return (
    <Stack direction="column" gap={1.5}>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        <RadioField
          label="Type"
          options={types}
          value={shown}
          onChoose={(chosen) => {
            setIsJson(chosen === 'json');
            if (chosen !== 'json' && chosen !== formType) {
              choose({ analyzer: withConfig(analyzer, formConfigs[chosen]) });
            }
          }}
        />
        {shown !== 'json' && <AnalyzerForm {...shared} analyzer={analyzer} formType={shown} />}
      </Stack>
      {shown === 'json' && (
        <AnalyzerJson
          id={id('analyzer-json')}
          analyzer={analyzer}
          onType={(typed) => type({ analyzer: typed })}
          onDone={run}
        />
      )}
      <ProblemList check={check} asked="the analyzer" />
    </Stack>
  );
}
