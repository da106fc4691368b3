import { Button, Field, Stack } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import type { CommonQuery } from '../../model.ts';
import { Muted } from '../../muted.tsx';
import { useList } from '../../use-list.ts';
import { replaced, segmentsOf } from '../segment-draft.ts';
import type { PickerProps } from './field-props.ts';
import { SegmentRow } from './segment-row.tsx';

type StoredSegments = NonNullable<CommonQuery['segments']>;

interface Props extends PickerProps {
  value: StoredSegments | undefined;
  /** What none means, in words. */
  empty: string;
  onChoose: (segments: StoredSegments | undefined) => void;
}

/** Which segments; none means the whole dataset. */
export function SegmentsField({ id, source, datasetId, value, empty, onChoose, mistake }: Props) {
  const stored = JSON.stringify(value ?? []);
  // Tags that lack their key or value are kept here and not in the query: there they would mean the whole dataset.
  const [draft, setDraft] = useState({ segments: value ?? [], stored });
  // Changed from outside, as by an example of the help.
  const segments = draft.stored === stored ? draft.segments : (value ?? []);
  const known = useList(datasetId === '' ? null : source.lists.segments(datasetId));
  const keys = known.state === 'ready' ? known.list.keys : [];

  const change = (next: StoredSegments): void => {
    const complete = segmentsOf(next);
    const text = JSON.stringify(complete ?? []);
    setDraft({ segments: next, stored: text });
    if (text !== stored) {
      onChoose(complete);
    }
  };
  return (
    <Field label="Segments" noMargin invalid={mistake !== undefined} error={mistake}>
      <Rows>
        {segments.map((segment, idx) => (
          <SegmentRow
            // Rows have no identity but their place.
            key={idx}
            id={`${id}-${idx}`}
            name={`Segment ${idx + 1}`}
            source={source}
            keys={keys}
            isLoading={known.state === 'loading'}
            tags={segment.tags}
            onChange={(tags) => change(replaced(segments, idx, { ...segment, tags }))}
            onRemove={() => change(replaced(segments, idx, null))}
          />
        ))}
        <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
          {segments.length === 0 && <Muted>{empty}</Muted>}
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => change([...segments, { tags: [{ key: '', value: '' }] }])}
          >
            Add a segment
          </Button>
          {segments.length > 0 && segments.every(({ tags }) => tags.length > 0) && (
            <Button variant="secondary" icon="plus" onClick={() => change([...segments, { tags: [] }])}>
              Add the whole dataset
            </Button>
          )}
        </Stack>
      </Rows>
    </Field>
  );
}

/** Takes what Field hands to its input, and which no element knows. */
function Rows({ children }: { children: ReactNode }) {
  return (
    <Stack direction="column" gap={1}>
      {children}
    </Stack>
  );
}
