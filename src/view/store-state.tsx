import { getBackendSrv } from '@grafana/runtime';
import { Alert, Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { ViewData } from './view-data.ts';

type Health = Readonly<{ status: string; message: string; details?: Readonly<{ verboseMessage?: string }> }>;

/** What "Save & test" says of the data source, and which of its files cannot be read. */
export function StoreState({ view, round }: { readonly view: ViewData; readonly round: number }) {
  const [health, setHealth] = useState<Health | null>(null);
  const { uid } = view.dataSource;
  useEffect(() => {
    const message = 'The server of this page does not answer. Was "driftglass view" ended?';
    const answer = getBackendSrv().get<Health>(`/api/datasources/uid/${uid}/health`);
    answer.then(setHealth, () => setHealth({ status: 'ERROR', message }));
  }, [uid, round]);
  const details = health?.details?.verboseMessage;
  const isFailed = health !== null && health.status !== 'OK';
  return details === undefined && !isFailed ? (
    <Text element="p" variant="bodySmall">
      {view.facts.place}: {health?.message ?? 'being read …'}
    </Text>
  ) : (
    <Alert severity={isFailed ? 'error' : 'warning'} title={`${view.facts.place}: ${health?.message ?? ''}`}>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{details}</div>
    </Alert>
  );
}
