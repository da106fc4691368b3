import type { MonitoringResource } from '../../../../pkg/contract/index.ts';
import type { AnalysisQuery } from '../../model.ts';
import type { ListState } from '../../use-list.ts';
import type { KindFieldsProps } from '../kind.tsx';
import { analyzerOption } from './analyzer-options.ts';
import { IdField } from './id-field.tsx';
import { variableOptions } from './options.ts';

interface Props extends KindFieldsProps<AnalysisQuery> {
  document: ListState<MonitoringResource>;
}

/** Which analyzer of the monitor document. */
export function DocumentAnalyzerField({ query, document, source, id, mistakeAt, choose }: Props) {
  const { analyzerId = '' } = query;
  const analyzers = document.state === 'ready' ? document.list.analyzers : [];
  return (
    <IdField
      id={id('analyzer')}
      label="Which"
      placeholder="choose an analyzer"
      isLoading={document.state === 'loading'}
      options={[...analyzers.map(analyzerOption), ...variableOptions(source)]}
      value={analyzerId}
      mistake={analyzerId === '' ? 'Choose an analyzer.' : mistakeAt('analyzerId')}
      onChoose={(chosen) => choose({ analyzerId: chosen })}
    />
  );
}
