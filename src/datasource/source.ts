import type { DataSourceApi, ScopedVars } from '@grafana/data';
import type { Observable } from 'rxjs';
import type { Replace } from './interpolate.ts';
import type { Lists } from './lists.ts';
import type { ProfilesJsonData, ProfilesQuery } from './model.ts';

/** What editors and variables need of the data source. */
export interface ProfilesSource extends DataSourceApi<ProfilesQuery, ProfilesJsonData> {
  /** What the store has. */
  readonly lists: Lists;
  /** The text with the dashboard's variables replaced. */
  replaceVariables(text: string, scopedVars?: ScopedVars, format?: Parameters<Replace>[1]): string;
  /** `$name` of each of the dashboard's variables. */
  variableNames(): readonly string[];
  /** The store's only dataset; null where it has none, several, or cannot be asked. */
  soleDataset(): Observable<string | null>;
}
