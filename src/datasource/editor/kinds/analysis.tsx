import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import { useState } from 'react';
import type { AnalysisQuery, StoredAnalyzer } from '../../model.ts';
import { useList } from '../../use-list.ts';
import { newAnalyzer } from '../analyzer-draft.ts';
import { AnalysisAnswerFields } from '../fields/analysis-answer-fields.tsx';
import { DocumentAnalyzerField } from '../fields/document-analyzer-field.tsx';
import { DocumentRemarks } from '../fields/document-remarks.tsx';
import { InlineAnalyzer } from '../fields/inline-analyzer.tsx';
import { RadioField } from '../fields/radio-field.tsx';
import { defineKind, type KindFieldsProps, ofDocument } from '../kind.tsx';

const places = [
  { value: 'document', label: 'Of the document', description: 'An analyzer of the dataset’s monitor document' },
  { value: 'query', label: 'In this query', description: 'An analyzer that this query brings itself' },
] as const;

export const analysisKind = defineKind<AnalysisQuery>({
  kind: 'analysis',
  label: 'Analysis',
  description: 'An analyzer: its value, its bounds and whether it is an anomaly',
  notForAlerts: null,
  empty: ofDocument,
  // A rule is about an analyzer that somebody chose; a panel shows something at once.
  begin: (common, app) =>
    app === CoreApp.UnifiedAlerting
      ? { ...common, kind: 'analysis', queryType: 'analysis', mode: 'latest' }
      : {
          ...common,
          kind: 'analysis',
          queryType: 'analysis',
          analyzer: newAnalyzer,
          columns: common.columns ?? { include: ['group:continuous'] },
        },
  Fields: AnalysisFields,
});

function AnalysisFields(shared: KindFieldsProps<AnalysisQuery>) {
  const { query, source, datasetId, choose, type } = shared;
  const { analyzer, analyzerId = '' } = query;
  const isOfDocument = analyzer === undefined && datasetId !== '';
  const document = useList(isOfDocument ? source.lists.monitoring(datasetId) : null);
  // What was defined before, for those who look at the document and come back.
  const [before, setBefore] = useState<StoredAnalyzer>(newAnalyzer);
  return (
    <Stack direction="column" gap={1.5}>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        <RadioField
          label="Analyzer"
          options={places}
          value={analyzer === undefined ? 'document' : 'query'}
          onChoose={(place) => {
            if (place === 'query') {
              choose({ analyzer: before });
            } else {
              setBefore(analyzer ?? before);
              // Nothing is asked before an analyzer is chosen.
              (analyzerId === '' ? type : choose)({ analyzer: undefined });
            }
          }}
        />
        {analyzer === undefined && <DocumentAnalyzerField {...shared} document={document} />}
        <AnalysisAnswerFields {...shared} />
      </Stack>
      {analyzer === undefined && query.monitor === undefined && (
        <DocumentRemarks document={document} instead="Or define the analyzer in this query." />
      )}
      {analyzer !== undefined && <InlineAnalyzer {...shared} analyzer={analyzer} />}
    </Stack>
  );
}
