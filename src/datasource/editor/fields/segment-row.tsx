import { IconButton, Stack } from '@grafana/ui';
import type { SegmentsResource } from '../../../../pkg/contract/index.ts';
import type { StoredTag } from '../../model.ts';
import type { ProfilesSource } from '../../source.ts';
import { replaced } from '../segment-draft.ts';
import { TagFields } from './tag-fields.tsx';
import { Muted } from '../../muted.tsx';

interface Props {
  id: string;
  /** For those who hear the page: `Segment 1`. */
  name: string;
  source: ProfilesSource;
  keys: SegmentsResource['keys'];
  isLoading: boolean;
  tags: readonly StoredTag[];
  onChange: (tags: StoredTag[]) => void;
  onRemove: () => void;
}

/** One segment: all its tags at once. */
export function SegmentRow({ id, name, source, keys, isLoading, tags, onChange, onRemove }: Props) {
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center" role="group" aria-label={name}>
      {tags.length === 0 && <Muted>the whole dataset</Muted>}
      {tags.map((tag, idx) => (
        <Stack
          // Tags have no identity but their place.
          key={idx}
          direction="row"
          gap={1}
          alignItems="center"
        >
          {idx > 0 && <Muted>and</Muted>}
          <TagFields
            id={`${id}-${idx}`}
            name={tags.length === 1 ? name : `${name}, tag ${idx + 1}`}
            source={source}
            keys={keys}
            isLoading={isLoading}
            tag={tag}
            onChange={(next) => onChange(replaced(tags, idx, next))}
          />
          {tags.length > 1 && (
            <IconButton
              name="times"
              tooltip={`Remove tag ${idx + 1} of ${name}`}
              onClick={() => onChange(replaced(tags, idx, null))}
            />
          )}
        </Stack>
      ))}
      {tags.length > 0 && (
        <IconButton
          name="plus"
          tooltip={`Add a tag to ${name}`}
          onClick={() => onChange([...tags, { key: '', value: '' }])}
        />
      )}
      <IconButton name="trash-alt" tooltip={`Remove ${name}`} onClick={onRemove} />
    </Stack>
  );
}
