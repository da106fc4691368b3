import type {
  AdHocVariableFilter,
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  DataSourceInstanceSettings,
  GetTagResponse,
  ScopedVars,
} from '@grafana/data';
import { CoreApp } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { catchError, defer, map, type Observable, of } from 'rxjs';
import type { AnalyzerCheckResource } from '../../pkg/contract/index.ts';
import { withFilters } from './ad-hoc-filters.ts';
import { annotationSupport } from './annotations/annotation-support.ts';
import { displayText } from './display-text.ts';
import { interpolateQuery, type Replace } from './interpolate.ts';
import { Lists } from './lists.ts';
import { completeQuery, defaultQuery, isRunnable, type ProfilesJsonData, type ProfilesQuery } from './model.ts';
import { filterChoices } from './segment-tags.ts';
import type { AnalyzerQuestion, ProfilesSource } from './source.ts';
import { ProfilesVariables } from './variables/variable-support.ts';

/** The browser's side of the data source: it names queries and fills in variables; the back end does the rest. */
export class ProfilesDataSource
  extends DataSourceWithBackend<ProfilesQuery, ProfilesJsonData>
  implements ProfilesSource
{
  readonly lists: Lists;
  private readonly templates: TemplateSrv;

  override annotations = annotationSupport;

  constructor(settings: DataSourceInstanceSettings<ProfilesJsonData>, templates: TemplateSrv = getTemplateSrv()) {
    super(settings);
    this.templates = templates;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- one class of the union that Grafana takes
    this.variables = new ProfilesVariables(this);
    this.lists = new Lists((path, abortSignal) =>
      this.getResource<unknown>(path, undefined, { abortSignal, showErrorAlert: false })
    );
  }

  /** For an alert rule the newest value: a number that needs no further expression. */
  override getDefaultQuery(app: CoreApp): Partial<ProfilesQuery> {
    return app === CoreApp.UnifiedAlerting ? { ...defaultQuery, mode: 'latest' } : defaultQuery;
  }

  override getQueryDisplayText(query: ProfilesQuery): string {
    return displayText(completeQuery(query));
  }

  override filterQuery(stored: ProfilesQuery): boolean {
    return isRunnable(completeQuery(stored));
  }

  override applyTemplateVariables(
    stored: ProfilesQuery,
    scopedVars: ScopedVars,
    filters: readonly AdHocVariableFilter[] = []
  ): ProfilesQuery {
    const replaced = interpolateQuery(completeQuery(stored), (text, format) =>
      this.replaceVariables(text, scopedVars, format)
    );
    return withFilters(replaced, filters);
  }

  replaceVariables(text: string, scopedVars: ScopedVars = {}, format?: Parameters<Replace>[1]): string {
    return this.templates.replace(text, scopedVars, format);
  }

  variableNames(): readonly string[] {
    return this.templates.getVariables().map(({ name }) => `$${name}`);
  }

  soleDataset(): Observable<string | null> {
    return this.lists.datasets().pipe(
      map(({ datasets }) => (datasets.length === 1 ? (datasets[0]?.id ?? null) : null)),
      catchError(() => of(null))
    );
  }

  checkAnalyzer(check: AnalyzerQuestion): Observable<AnalyzerCheckResource> {
    return defer(() => this.postResource<AnalyzerCheckResource>('analyzer/check', check, { showErrorAlert: false }));
  }

  override getTagKeys({ queries }: Partial<DataSourceGetTagKeysOptions<ProfilesQuery>> = {}): Promise<GetTagResponse> {
    return filterChoices(this.lists, this.datasetsOf(queries), null);
  }

  override getTagValues({ key, queries }: DataSourceGetTagValuesOptions<ProfilesQuery>): Promise<GetTagResponse> {
    return filterChoices(this.lists, this.datasetsOf(queries), key);
  }

  private datasetsOf(queries: readonly ProfilesQuery[] = []): string[] {
    const ids = queries.map((query) => this.replaceVariables(completeQuery(query).datasetId));
    return [...new Set(ids)].filter((id) => id !== '');
  }
}
