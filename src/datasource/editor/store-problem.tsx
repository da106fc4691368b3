import { Alert } from '@grafana/ui';
import type { ProfilesSource } from '../source.ts';
import { type ListState, useList } from '../use-list.ts';

interface Props {
  source: ProfilesSource;
  /** Variables replaced; empty while none is chosen. */
  datasetId: string;
}

/** Says once why the pickers have nothing to choose from. What is stored stays, and names can be typed. */
export function StoreProblem({ source, datasetId }: Props) {
  const datasets = useList(source.lists.datasets());
  const columns = useList(datasetId === '' ? null : source.lists.columns(datasetId));
  const segments = useList(datasetId === '' ? null : source.lists.segments(datasetId));
  const reason = [datasets, columns, segments].map(reasonOf).find((text) => text !== undefined);
  return reason === undefined ? null : (
    <Alert severity="warning" bottomSpacing={0} title="There is nothing to choose from; names can still be typed">
      {reason}
    </Alert>
  );
}

function reasonOf(list: ListState<unknown>): string | undefined {
  return list.state === 'failed' ? list.reason : undefined;
}
