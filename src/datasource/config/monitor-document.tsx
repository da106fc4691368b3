import { Button, Field, Stack } from '@grafana/ui';
import { useMemo } from 'react';
import { CodeArea } from '../code-area.tsx';
import { switchMap, timer } from 'rxjs';
import type { DocumentCheckResource } from '../../../pkg/contract/index.ts';
import { ProblemList } from '../problem-list.tsx';
import { type ListState, useList } from '../use-list.ts';
import { DocumentVerdict } from './document-verdict.tsx';
import { checkDocument } from './saved-datasets.ts';

interface Props {
  uid: string;
  dataset: string;
  isReadOnly: boolean;
  /** Text, or an object as provisioning may bring it. */
  document: unknown;
  onChange: (text: string) => void;
  onRemove: () => void;
}

/** How long nothing must be typed before the document is checked, ms: about a pause between words. */
const checkPauseMs = 500;

/** Most rows of the text that are seen at once. */
const mostRows = 24;

/** One dataset's document and what the engine says of it. */
export function MonitorDocument({ uid, dataset, isReadOnly, document, onChange, onRemove }: Props) {
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  const isEmpty = text.trim() === '';
  const answer = useMemo(
    () => (isEmpty || uid === '' ? null : timer(checkPauseMs).pipe(switchMap(() => checkDocument(uid, text)))),
    [uid, text, isEmpty]
  );
  const check = useList(answer);
  const problem = isEmpty ? 'Paste the document, or remove it: an empty one hides that of the folder.' : undefined;
  return (
    <div role="group" aria-label={`Monitor document of ${dataset}`}>
      <Stack direction="column" gap={1} alignItems="stretch">
        <Field label={`Document of ${dataset}`} noMargin invalid={problem !== undefined} error={problem}>
          <CodeArea
            id={`driftglass-document-${dataset}`}
            rows={Math.min(mostRows, Math.max(6, text.split('\n').length))}
            readOnly={isReadOnly}
            value={text}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        </Field>
        {!isEmpty && <DocumentVerdict check={check} />}
        <ProblemList check={problemsOf(check)} asked={`the document of ${dataset}`} />
        {!isReadOnly && (
          <div>
            <Button variant="secondary" size="sm" icon="trash-alt" onClick={onRemove}>
              {`Remove the document of ${dataset}`}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  );
}

/** Failures of the check itself are the verdict's. */
function problemsOf(check: ListState<DocumentCheckResource>): ListState<DocumentCheckResource['problems']> {
  return check.state === 'ready' ? { state: 'ready', list: check.list.problems } : { state: 'none' };
}
