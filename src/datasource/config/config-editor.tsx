import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Alert, Divider, Field, FieldSet, Input, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { ProfilesJsonData } from '../model.ts';
import { FoundDatasets } from './found-datasets.tsx';
import { MonitorDocuments } from './monitor-documents.tsx';
import { provisioningText, rootsText } from './provisioning.ts';
import { settingsMistake } from './settings-mistake.ts';
import { Snippet } from './snippet.tsx';
import { useSaveGuard } from './use-save-guard.ts';
import { Muted } from '../muted.tsx';

type Props = DataSourcePluginOptionsEditorProps<ProfilesJsonData>;

/** Where the profiles lie. */
export function ConfigEditor({ options, onOptionsChange, validation }: Props) {
  const [wasLeft, setWasLeft] = useState(false);
  const { jsonData, readOnly } = options;
  // Until the first save Grafana stores nothing at all.
  const path = (jsonData as Partial<ProfilesJsonData> | undefined)?.store?.path ?? '';
  const documents = (jsonData as Partial<ProfilesJsonData> | undefined)?.monitorDocuments ?? {};
  const mistake = settingsMistake(jsonData);
  useSaveGuard(validation, mistake, () => setWasLeft(true));
  const shown = wasLeft && !readOnly ? mistake : undefined;
  return (
    <Stack direction="column" gap={2} maxWidth={90}>
      <FieldSet label="Profile store">
        {readOnly && (
          <Alert severity="info" title="This data source is provisioned: it is changed in the file that made it." />
        )}
        <Field
          label="Folder"
          required
          description="Absolute path on Grafana’s server, below one of the roots that its operator allows."
          invalid={shown !== undefined}
          error={shown}
        >
          <Input
            id="driftglass-store-path"
            placeholder="/var/lib/driftglass/profiles"
            value={path}
            disabled={readOnly}
            onBlur={() => setWasLeft(true)}
            onChange={({ currentTarget }) =>
              onOptionsChange({
                ...options,
                jsonData: { ...jsonData, store: { type: 'file', path: currentTarget.value } },
              })
            }
          />
        </Field>
        <Layout />
      </FieldSet>
      <FoundDatasets options={options} />
      <MonitorDocuments
        uid={options.uid}
        isReadOnly={readOnly}
        documents={documents}
        onChange={(changed) => onOptionsChange({ ...options, jsonData: { ...jsonData, monitorDocuments: changed } })}
      />
      <Divider />
      <Snippet
        title="For the operator of the server"
        text="Nothing outside the roots is read, whatever a data source says; without roots no folder is. They stand in Grafana’s configuration file, separated by commas, and take effect when Grafana is started again."
        code={rootsText(path)}
        copy="Copy the roots"
      />
      <Snippet
        title="The same data source by provisioning"
        text="In a file below provisioning/datasources on Grafana’s server. It holds no secret."
        code={provisioningText(options)}
        copy="Copy the provisioning"
      />
    </Stack>
  );
}

/** Where a profile must lie so that it is found. */
function Layout() {
  return (
    <Stack direction="column" gap={0.5}>
      <Muted element="p">
        Profiles lie in <code>{'<folder>/<dataset>/…/*.bin'}</code>, at any depth; their day stands in the files.
      </Muted>
      <Muted element="p">
        Profiles to compare with lie in <code>{'<folder>/<dataset>/reference/<name>/*.bin'}</code>.
      </Muted>
    </Stack>
  );
}
