import type { DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { type BackendSrvRequest, setBackendSrv, type TemplateSrv } from '@grafana/runtime';
import { NEVER, of, throwError } from 'rxjs';
import type { DatasetResource } from '../../../pkg/contract/index.ts';
import { ProfilesDataSource } from '../datasource.ts';
import type { ProfilesJsonData } from '../model.ts';

type Format = (value: string | string[]) => string;

/** Replaces as Grafana does: `format` gets the raw value, but not the custom value of "All". */
export function templatesOf(variables: Readonly<Record<string, string | string[]>> = {}): TemplateSrv {
  return {
    getVariables: () => Object.keys(variables).map((name) => ({ name })),
    replace: (text: string, scopedVars: ScopedVars = {}, format?: Format) =>
      text.replace(/\$(\w+)|\$\{(\w+)\}/g, (whole, name: string | undefined, braced: string | undefined) => {
        const known = name ?? braced ?? '';
        if (known === 'all') {
          return '*';
        }
        const value = (scopedVars[known]?.value as string | string[] | undefined) ?? variables[known];
        if (value === undefined) {
          return whole;
        }
        return format ? format(value) : [value].flat().join(',');
      }),
  } as TemplateSrv;
}

export const flights: DatasetResource = {
  id: 'flights',
  profiles: 365,
  columns: 5000,
  firstMs: Date.parse('2013-01-01'),
  lastMs: Date.parse('2013-12-31'),
  references: ['january'],
};

/** A resource, a refusal in the back end's words, or 'never' for an answer that does not come. */
type Answer = object | Error | 'never';

/** A data source whose resources are answered by `answers`, and what was asked of it. */
export function sourceOf(
  answers: Readonly<Record<string, Answer>> = {},
  variables: Readonly<Record<string, string | string[]>> = {}
): { source: ProfilesDataSource; asked: string[]; requests: BackendSrvRequest[] } {
  const requests: BackendSrvRequest[] = [];
  const asked: string[] = [];
  const fetch = (request: BackendSrvRequest) => {
    const path = request.url.replace(/^\/api\/datasources\/uid\/[^/]+\/resources\//, '');
    requests.push(request);
    asked.push(path);
    const answer = answers[path];
    if (answer === 'never') {
      return NEVER;
    }
    if (answer === undefined || answer instanceof Error) {
      const message = answer?.message ?? `nothing at ${path}`;
      return throwError(() => ({ status: 404, data: { message }, config: request }));
    }
    return of({ data: answer });
  };
  setBackendSrv({ fetch } as unknown as Parameters<typeof setBackendSrv>[0]);
  const settings = { uid: 'u', type: 't', name: 'n', jsonData: {}, meta: {} };
  const source = new ProfilesDataSource(
    settings as unknown as DataSourceInstanceSettings<ProfilesJsonData>,
    templatesOf(variables)
  );
  return { source, asked, requests };
}
