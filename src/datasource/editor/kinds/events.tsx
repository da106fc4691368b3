import type { EventsQuery } from '../../model.ts';
import { useList } from '../../use-list.ts';
import { IdsField } from '../fields/ids-field.tsx';
import { variableOptions } from '../fields/options.ts';
import { defineKind, type KindFieldsProps } from '../kind.tsx';

export const eventsKind = defineKind<EventsQuery>({
  kind: 'events',
  label: 'Events',
  description: 'When the values of a tag changed, such as a new model_version; as a table or as annotations',
  notForAlerts: 'An events query gives a table',
  empty: { columns: null, segments: null, granularity: null },
  begin: (common) => ({ ...common, kind: 'events', queryType: 'events' }),
  Fields: EventsFields,
});

function EventsFields({ query, datasetId, source, id, mistakeAt, choose }: KindFieldsProps<EventsQuery>) {
  const segments = useList(datasetId === '' ? null : source.lists.segments(datasetId));
  const keys = segments.state === 'ready' ? segments.list.keys : [];
  return (
    <IdsField
      id={id('tags')}
      label="Tags"
      placeholder="every tag"
      isLoading={segments.state === 'loading'}
      options={[...keys.map(({ key }) => ({ value: key })), ...variableOptions(source)]}
      value={query.tagKeys ?? []}
      mistake={mistakeAt('tagKeys')}
      onChoose={(tagKeys) => choose({ tagKeys })}
    />
  );
}
