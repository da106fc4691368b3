import { DataSourcePlugin } from '@grafana/data';
import { ProfilesDataSource } from './datasource.ts';
import { lazyPart } from './lazy-part.tsx';
import type { ProfilesJsonData, ProfilesQuery } from './model.ts';

export const plugin = new DataSourcePlugin<ProfilesDataSource, ProfilesQuery, ProfilesJsonData>(ProfilesDataSource)
  .setConfigEditor(lazyPart(async () => (await import('./config/config-editor.tsx')).ConfigEditor))
  .setQueryEditor(lazyPart(async () => (await import('./editor/query-editor.tsx')).QueryEditor))
  .setQueryEditorHelp(lazyPart(async () => (await import('./editor/query-help.tsx')).QueryHelp));
