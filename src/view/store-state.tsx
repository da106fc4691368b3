import { getBackendSrv } from '@grafana/runtime';
import { Alert, Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { ViewData } from './view-data.ts';

interface Health {
  readonly status: string;
  readonly message: string;
  readonly details?: { readonly verboseMessage?: string };
}

/** What "Save & test" says of the data source, and which of its files cannot be read. */
export function StoreState({ view, round }: { readonly view: ViewData; readonly round: number }) {
  const [health, setHealth] = useState<Health | null>(null);
  const { uid } = view.dataSource;
  useEffect(() => {
    const failed: Health = {
      status: 'ERROR',
      message: 'This page\'s server does not answer. Was "driftglass view" ended?',
    };
    getBackendSrv()
      .get<Health>(`/api/datasources/uid/${uid}/health`)
      .then(setHealth, () => setHealth(failed));
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
