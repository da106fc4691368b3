import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { from, lastValueFrom, map, type Observable, switchMap, throwError } from 'rxjs';
import { fromFetch } from 'rxjs/fetch';

/** Requests to this page's server; those that the caller gives up are aborted. Other statuses than 2xx are errors. */
function request<T>(config: BackendSrvRequest): Observable<FetchResponse<T>> {
  // Typed loosely by Grafana: names and texts.
  const params = new URLSearchParams(config.params as Record<string, string> | undefined).toString();
  const headers = config.headers as Record<string, string> | undefined;
  const body: unknown = config.data;
  return fromFetch(config.url + (params === '' ? '' : `?${params}`), {
    method: config.method ?? 'GET',
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).pipe(
    switchMap((response) => {
      const { status, statusText, ok, redirected, type, url } = response;
      return from(response.json() as Promise<T>).pipe(
        map((data) => ({ data, status, statusText, ok, headers: response.headers, redirected, type, url, config }))
      );
    }),
    switchMap((response) => (response.ok ? [response] : throwError(() => response)))
  );
}

async function body<T>(config: BackendSrvRequest): Promise<T> {
  return (await lastValueFrom(request<T>(config))).data;
}

/** Stands for Grafana's own requests; plugins that only read use no more of them. */
export const backend: Pick<BackendSrv, 'fetch' | 'get' | 'post'> = {
  fetch: request,
  get: (url, params?: Record<string, string>) => body({ url, ...(params && { params }) }),
  post: (url, data) => body({ url, method: 'POST', data }),
};
