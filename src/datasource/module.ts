import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config-editor.tsx';
import { ProfilesDataSource } from './datasource.ts';
import type { ProfilesJsonData, ProfilesQuery } from './model.ts';
import { QueryEditor } from './query-editor.tsx';

export const plugin = new DataSourcePlugin<ProfilesDataSource, ProfilesQuery, ProfilesJsonData>(ProfilesDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
