import type { AnalysisQuery } from '../../model.ts';
import { useList } from '../../use-list.ts';
import type { KindFieldsProps } from '../kind.tsx';
import { analyzerOption } from './analyzer-options.ts';
import { DocumentRemarks } from './document-remarks.tsx';
import { IdField } from './id-field.tsx';
import { variableOptions } from './options.ts';

/** Which analyzer of the monitor document. */
export function DocumentAnalyzerField({
  query,
  datasetId,
  source,
  id,
  mistakeAt,
  choose,
}: KindFieldsProps<AnalysisQuery>) {
  const { analyzerId = '' } = query;
  const document = useList(datasetId === '' ? null : source.lists.monitoring(datasetId));
  const analyzers = document.state === 'ready' ? document.list.analyzers : [];
  return (
    <>
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
      {query.monitor === undefined && (
        <DocumentRemarks document={document} instead="Or define the analyzer in this query." />
      )}
    </>
  );
}
