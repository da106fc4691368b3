import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import type { MonitorQuery } from '../../model.ts';
import { useList } from '../../use-list.ts';
import { monitorOption } from '../fields/analyzer-options.ts';
import { DocumentRemarks } from '../fields/document-remarks.tsx';
import { IdField } from '../fields/id-field.tsx';
import { RadioField } from '../fields/radio-field.tsx';
import { variableOptions } from '../fields/options.ts';
import { defineKind, type KindFieldsProps, ofDocument } from '../kind.tsx';

const modes = [
  { value: 'table', label: 'Table', description: 'The anomalies of the range with their evidence' },
  {
    value: 'latest',
    label: 'Newest',
    description: 'A number for each message of the newest batch: 0 where there is none',
  },
] as const;

export const monitorKind = defineKind<MonitorQuery>({
  kind: 'monitor',
  label: 'Monitor',
  description: 'What a monitor of the monitor document would notify of',
  notForAlerts: null,
  empty: ofDocument,
  begin: (common, app) => ({
    ...common,
    kind: 'monitor',
    queryType: 'monitor',
    ...(app === CoreApp.UnifiedAlerting && { mode: 'latest' }),
  }),
  Fields: MonitorFields,
});

function MonitorFields({ query, datasetId, source, isAlert, id, mistakeAt, choose }: KindFieldsProps<MonitorQuery>) {
  const { monitorId = '', mode = 'table' } = query;
  const document = useList(datasetId === '' ? null : source.lists.monitoring(datasetId));
  const monitors = document.state === 'ready' ? document.list.monitors : [];
  const isNoCondition = isAlert && mode !== 'latest';
  return (
    <Stack direction="column" gap={1.5}>
      <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
        <IdField
          id={id('monitor')}
          label="Monitor"
          placeholder="every enabled monitor"
          isLoading={document.state === 'loading'}
          options={[...monitors.map(monitorOption), ...variableOptions(source)]}
          value={monitorId}
          mistake={mistakeAt('monitorId')}
          onChoose={(chosen) => choose({ monitorId: chosen })}
          onClear={() => choose({ monitorId: undefined })}
        />
        <RadioField
          label="Answer"
          options={modes}
          value={mode}
          mistake={isNoCondition ? 'A table is no condition: choose Newest.' : undefined}
          onChoose={(chosen) => choose({ mode: chosen })}
        />
      </Stack>
      {query.monitor === undefined && <DocumentRemarks document={document} />}
    </Stack>
  );
}
