import { Button, Field, Input, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { Muted } from '../muted.tsx';
import { MonitorDocument } from './monitor-document.tsx';

type Documents = Readonly<Record<string, unknown>>;

interface Props {
  uid: string;
  isReadOnly: boolean;
  documents: Documents;
  onChange: (documents: Documents) => void;
}

/** The monitor documents that stand in the settings, one for each dataset. */
export function MonitorDocuments({ uid, isReadOnly, documents, onChange }: Props) {
  const [dataset, setDataset] = useState('');
  const entries = Object.entries(documents);
  const name = dataset.trim();
  const isTaken = Object.hasOwn(documents, name);
  return (
    <section aria-label="Monitor documents">
      <Stack direction="column" gap={1.5}>
        <Text element="h3" variant="h5">
          Monitor documents
        </Text>
        <Muted element="p">
          A document exported from WhyLabs, or one of your own, as JSON or YAML. One that stands here comes before
          monitor.json in the dataset’s folder. It is saved even with problems; they are told below it.
        </Muted>
        {entries.length === 0 && isReadOnly && <Muted element="p">None stands here.</Muted>}
        {entries.map(([id, document]) => (
          <MonitorDocument
            key={id}
            uid={uid}
            dataset={id}
            isReadOnly={isReadOnly}
            document={document}
            onChange={(text) => onChange({ ...documents, [id]: text })}
            onRemove={() => onChange(Object.fromEntries(entries.filter(([other]) => other !== id)))}
          />
        ))}
        {!isReadOnly && (
          <Stack direction="row" gap={1} wrap="wrap" alignItems="flex-end">
            <Field
              label="Dataset of a new document"
              noMargin
              invalid={isTaken}
              error={isTaken && 'It has a document already.'}
            >
              <Input
                id="driftglass-new-document"
                width={28}
                placeholder="flights"
                value={dataset}
                onChange={({ currentTarget }) => setDataset(currentTarget.value)}
              />
            </Field>
            <Button
              variant="secondary"
              icon="plus"
              disabled={name === '' || isTaken}
              onClick={() => {
                onChange({ ...documents, [name]: '' });
                setDataset('');
              }}
            >
              Add a document
            </Button>
          </Stack>
        )}
      </Stack>
    </section>
  );
}
