import type { QueryEditorHelpProps } from '@grafana/data';
import { Button, Stack, Text } from '@grafana/ui';
import { type ProfilesQuery, completeQuery, commonPart } from '../model.ts';
import { examples } from './examples.ts';
import { Muted } from '../muted.tsx';

/** Examples to begin with; a click puts one into the editor, for the dataset that is chosen there. */
export function QueryHelp({ query, onClickExample }: QueryEditorHelpProps<ProfilesQuery>) {
  const { refId, datasource, schemaVersion, datasetId } = commonPart(completeQuery(query));
  return (
    <Stack direction="column" gap={2}>
      <Text element="p">
        A query names a dataset and columns, and asks of each batch (hour, day, week or month, UTC) what its profiles
        say.
      </Text>
      {examples.map(({ title, text, query: example }) => (
        <Stack key={title} direction="column" gap={0.5} alignItems="flex-start">
          <Button
            variant="secondary"
            onClick={() =>
              onClickExample({ refId, ...(datasource && { datasource }), schemaVersion, datasetId, ...example })
            }
          >
            {title}
          </Button>
          <Muted>{text}</Muted>
        </Stack>
      ))}
    </Stack>
  );
}
