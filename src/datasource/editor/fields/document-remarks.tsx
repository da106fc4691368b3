import { Alert } from '@grafana/ui';
import type { MonitoringResource } from '../../../../pkg/contract/index.ts';
import type { ListState } from '../../use-list.ts';

interface Props {
  document: ListState<MonitoringResource>;
  /** What a query can do without a document; absent where it can do nothing. */
  instead?: string;
}

/** Most problems that are shown; the data source's settings show all. */
const mostProblems = 3;

/** Says of a dataset's monitor document what keeps a picker from being full. */
export function DocumentRemarks({ document, instead }: Props) {
  if (document.state === 'failed') {
    return (
      <Alert severity="warning" bottomSpacing={0} title="The monitor document cannot be read; ids can still be typed">
        {document.reason}
      </Alert>
    );
  }
  if (document.state !== 'ready') {
    return null;
  }
  const { source, problems, analyzers } = document.list;
  if (source === null) {
    return (
      <Alert severity="info" bottomSpacing={0} title="This dataset has no monitor document">
        Put it into the dataset’s folder as monitor.json, or into the settings of the data source.
        {instead !== undefined && ` ${instead}`}
      </Alert>
    );
  }
  if (problems.length === 0) {
    return null;
  }
  const more = problems.length - mostProblems;
  return (
    <Alert
      severity="warning"
      bottomSpacing={0}
      title={analyzers.length === 0 ? 'Nothing of the monitor document runs' : 'The monitor document has problems'}
    >
      <ul>
        {problems.slice(0, mostProblems).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </Alert>
  );
}
