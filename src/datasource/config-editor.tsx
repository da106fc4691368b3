import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, FieldSet, Input, RadioButtonGroup } from '@grafana/ui';
import { useState } from 'react';
import { isContractError, parseSettings } from '../../pkg/contract/index.ts';
import type { ProfilesJsonData } from './model.ts';

type Props = DataSourcePluginOptionsEditorProps<ProfilesJsonData>;

/** Where the profiles lie. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const [wasLeft, setWasLeft] = useState(false);
  const { jsonData, readOnly } = options;
  const path = jsonData.store?.path ?? '';
  const mistake = wasLeft ? settingsMistake(jsonData) : undefined;
  return (
    <FieldSet label="Profile store">
      <Field label="Store" description="Where the whylogs profiles lie.">
        <RadioButtonGroup
          id="driftglass-store-type"
          aria-label="Store"
          options={[{ label: 'Folder', value: 'file' as const }]}
          value={jsonData.store?.type ?? 'file'}
          onChange={(type) => onOptionsChange({ ...options, jsonData: { ...jsonData, store: { type, path } } })}
          disabled={readOnly}
        />
      </Field>
      <Field
        label="Path"
        required
        description="Absolute path on Grafana's server, below a folder that its operator allows."
        invalid={mistake !== undefined}
        error={mistake}
      >
        <Input
          id="driftglass-store-path"
          width={60}
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
    </FieldSet>
  );
}

/** What the back end would say of these settings; undefined when nothing. */
function settingsMistake(jsonData: ProfilesJsonData): string | undefined {
  try {
    parseSettings(jsonData);
    return undefined;
  } catch (error) {
    if (isContractError(error)) {
      return error.message;
    }
    throw error;
  }
}
