import { PanelPlugin } from '@grafana/data';
import { fieldConfigOptions } from './field-config.ts';
import { migrateOptions, takeOver } from './migrations.ts';
import type { ProfilePanelOptions } from './options.ts';
import { buildOptions } from './options-editor.ts';
import { ProfilePanel } from './profile-panel.tsx';
import { suggest } from './suggestions.ts';

export const plugin = new PanelPlugin<ProfilePanelOptions>(ProfilePanel)
  .setPanelOptions(buildOptions)
  .useFieldConfig(fieldConfigOptions)
  .setMigrationHandler(migrateOptions)
  .setPanelChangeHandler(takeOver)
  .setSuggestionsSupplier(suggest);
