import type { DataSourceSettings } from '@grafana/data';
import { Alert, Button, LoadingPlaceholder, Stack, Text } from '@grafana/ui';
import { useMemo, useState } from 'react';
import type { DatasetResource } from '../../../pkg/contract/index.ts';
import { counted, rangeText } from '../dataset-text.ts';
import type { ProfilesJsonData } from '../model.ts';
import { useList } from '../use-list.ts';
import { DatasetTable } from './dataset-table.tsx';
import { savedDatasets } from './saved-datasets.ts';
import { Muted } from '../muted.tsx';

interface Props {
  options: DataSourceSettings<ProfilesJsonData>;
}

/** What the saved data source finds in its store. */
export function FoundDatasets({ options: { uid, version = 0, jsonData } }: Props) {
  const path = (jsonData as Partial<ProfilesJsonData> | undefined)?.store?.path ?? '';
  const [saved, setSaved] = useState({ version, path, asked: 0 });
  // Each save makes a new version; what was typed since is not the server's yet.
  if (saved.version !== version) {
    setSaved({ version, path, asked: 0 });
  }
  const isSaved = path !== '' && path === saved.path;
  const { asked } = saved;
  const answer = useMemo(
    () => (isSaved && uid !== '' ? savedDatasets(uid) : null),
    // A new version and a click on "Look again" ask anew.
    [uid, isSaved, version, asked]
  );
  const found = useList(answer);
  return (
    <section aria-label="Datasets found">
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="h3" variant="h5">
          Datasets found
        </Text>
        {found.state === 'none' && <Muted>Save &amp; test shows here what the folder holds.</Muted>}
        {found.state === 'loading' && <LoadingPlaceholder text="Reading the folder" />}
        {found.state === 'failed' && (
          <Alert severity="error" title="The folder cannot be listed" bottomSpacing={0}>
            {found.reason}
          </Alert>
        )}
        {found.state === 'ready' && <Found datasets={found.list.datasets} />}
        {isSaved && (
          <Button
            variant="secondary"
            size="sm"
            icon="sync"
            disabled={found.state === 'loading'}
            onClick={() => setSaved({ ...saved, asked: asked + 1 })}
          >
            Look again
          </Button>
        )}
      </Stack>
    </section>
  );
}

function Found({ datasets }: { datasets: readonly DatasetResource[] }) {
  if (datasets.length === 0) {
    return <Text>None yet: put profiles (*.bin) into a folder named after their dataset.</Text>;
  }
  return (
    <DatasetTable
      rows={datasets.map((dataset) => ({
        id: dataset.id,
        profiles: dataset.profiles.toLocaleString('en-US'),
        columns: dataset.columns.toLocaleString('en-US'),
        days: rangeText(dataset),
        references: dataset.references.length === 0 ? 'none' : counted(dataset.references.length, 'profile'),
      }))}
    />
  );
}
