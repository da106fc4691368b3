import { Alert, LoadingPlaceholder } from '@grafana/ui';
import type { DocumentCheckResource } from '../../../pkg/contract/index.ts';
import { counted } from '../dataset-text.ts';
import { Muted } from '../muted.tsx';
import type { ListState } from '../use-list.ts';

/** Whether a document can be used. */
export function DocumentVerdict({ check }: { check: ListState<DocumentCheckResource> }) {
  switch (check.state) {
    case 'none':
      return <Muted>It can be checked once the data source is saved.</Muted>;
    case 'loading':
      return <LoadingPlaceholder text="Checking the document" />;
    case 'failed':
      return (
        <Alert severity="info" bottomSpacing={0} title="The document could not be checked">
          {check.reason}
        </Alert>
      );
    case 'ready': {
      const [severity, title] = verdictOf(check.list);
      return <Alert severity={severity} bottomSpacing={0} title={title} />;
    }
  }
}

/** The verdict in words, for example `Valid: 7 analyzers, 2 monitors`. */
export function verdictOf(found: DocumentCheckResource): ['success' | 'warning' | 'error', string] {
  const { isUsable, analyzers, dropped, monitors, problems } = found;
  if (!isUsable) {
    return ['error', 'Not valid: nothing of this document can be used'];
  }
  const has = `${counted(analyzers, 'analyzer')}, ${counted(monitors, 'monitor')}`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    const lost = dropped === 0 ? '' : `; ${counted(dropped, 'analyzer')} cannot run`;
    return ['warning', `Not valid: ${counted(errors, 'error')}. What can be used is: ${has}${lost}`];
  }
  const remarks = problems.length === 0 ? '' : `, with ${counted(problems.length, 'remark')}`;
  return ['success', `Valid: ${has}${remarks}`];
}
