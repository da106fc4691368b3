import type { DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { interpolateQuery } from './interpolate.ts';
import { defaultQuery, isRunnable, type ProfilesJsonData, type ProfilesQuery } from './model.ts';

/** The browser's side of the data source: it names queries and fills in variables; the back end does the rest. */
export class ProfilesDataSource extends DataSourceWithBackend<ProfilesQuery, ProfilesJsonData> {
  private readonly templates: TemplateSrv;

  /** Grafana's own handling of annotation queries serves. */
  override annotations = {};

  constructor(settings: DataSourceInstanceSettings<ProfilesJsonData>, templates: TemplateSrv = getTemplateSrv()) {
    super(settings);
    this.templates = templates;
  }

  override getDefaultQuery(): Partial<ProfilesQuery> {
    return defaultQuery;
  }

  override filterQuery(query: ProfilesQuery): boolean {
    return isRunnable({ ...defaultQuery, ...query });
  }

  override applyTemplateVariables(query: ProfilesQuery, scopedVars: ScopedVars): ProfilesQuery {
    return interpolateQuery({ ...defaultQuery, ...query }, (text, format) =>
      this.templates.replace(text, scopedVars, format)
    );
  }
}
