import { Stack } from '@grafana/ui';
import type { AnomaliesQuery } from '../../model.ts';
import { useList } from '../../use-list.ts';
import { analyzerOption } from '../fields/analyzer-options.ts';
import { DocumentRemarks } from '../fields/document-remarks.tsx';
import { IdsField } from '../fields/ids-field.tsx';
import { variableOptions } from '../fields/options.ts';
import { defineKind, type KindFieldsProps, ofDocument } from '../kind.tsx';

export const anomaliesKind = defineKind<AnomaliesQuery>({
  kind: 'anomalies',
  label: 'Anomalies',
  description: 'The anomalies of the range, as a table or as annotations',
  notForAlerts: 'An anomalies query gives a table',
  empty: ofDocument,
  begin: (common) => ({ ...common, kind: 'anomalies', queryType: 'anomalies' }),
  Fields: AnomaliesFields,
});

function AnomaliesFields({ query, datasetId, source, id, mistakeAt, choose }: KindFieldsProps<AnomaliesQuery>) {
  const document = useList(datasetId === '' ? null : source.lists.monitoring(datasetId));
  const analyzers = document.state === 'ready' ? document.list.analyzers : [];
  return (
    <Stack direction="column" gap={1.5}>
      <IdsField
        id={id('analyzers')}
        label="Analyzers"
        placeholder="every enabled analyzer"
        isLoading={document.state === 'loading'}
        options={[...analyzers.map(analyzerOption), ...variableOptions(source)]}
        value={query.analyzerIds ?? []}
        mistake={mistakeAt('analyzerIds')}
        onChoose={(analyzerIds) => choose({ analyzerIds })}
      />
      {query.monitor === undefined && <DocumentRemarks document={document} />}
    </Stack>
  );
}
