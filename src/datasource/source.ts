import type { DataSourceApi, ScopedVars } from '@grafana/data';
import type { Observable } from 'rxjs';
import type { AnalyzerCheckResource } from '../../pkg/contract/index.ts';
import type { Replace } from './interpolate.ts';
import type { Lists } from './lists.ts';
import type { ProfilesJsonData, ProfilesQuery, StoredAnalyzer } from './model.ts';

/** An analyzer with what its meaning depends on. */
export interface AnalyzerQuestion {
  readonly analyzer: StoredAnalyzer;
  /** Empty: none is chosen. */
  readonly datasetId: string;
  /** Absent: the document's, else days. */
  readonly granularity?: string;
}

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
  /** What the engine would say of an analyzer that a query brings. */
  checkAnalyzer(check: AnalyzerQuestion): Observable<AnalyzerCheckResource>;
}
