import type { ComponentType } from 'react';
import type { AnalysisQuery, StoredAnalyzer } from '../../model.ts';
import { configOf, type FormType, withConfig, withKeys } from '../analyzer-draft.ts';
import type { KindFieldsProps } from '../kind.tsx';
import type { ConfigFieldsProps } from './config-fields.tsx';
import { DiffFields, DriftFields, FixedFields, SeasonalFields, StddevFields } from './config-fields.tsx';

interface Props extends KindFieldsProps<AnalysisQuery> {
  analyzer: StoredAnalyzer;
  formType: FormType;
}

const forms: Readonly<Record<FormType, ComponentType<ConfigFieldsProps>>> = {
  drift: DriftFields,
  stddev: StddevFields,
  fixed: FixedFields,
  diff: DiffFields,
  seasonal: SeasonalFields,
};

/** The most used keys of an analyzer's configuration; the others stay as they are. */
export function AnalyzerForm({ analyzer, formType, source, datasetId, id, choose, type, run }: Props) {
  const config = configOf(analyzer);
  const changed = (changes: StoredAnalyzer) => ({ analyzer: withConfig(analyzer, withKeys(config, changes)) });
  const Form = forms[formType];
  return (
    <Form
      config={config}
      source={source}
      datasetId={datasetId}
      id={(field) => id(`analyzer-${field}`)}
      onChoose={(changes) => choose(changed(changes))}
      onType={(changes) => type(changed(changes))}
      onDone={run}
    />
  );
}
