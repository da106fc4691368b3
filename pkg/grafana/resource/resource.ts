import type { Call } from '../call.ts';
import type { ForwardedHeaders } from '../headers.ts';
import type { JsonValue } from '../json.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ResourceRequest {
  readonly method: Method;
  /** Normalised: no empty, `.` or `..` segment, no slash at either end. */
  readonly path: string;
  /** The segments that stand for `:name` in the route. Grafana has decoded `%2F` before: a value with a slash belongs into the query. */
  readonly params: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly headers: ForwardedHeaders;
  readonly body: Uint8Array;
  /** The body as JSON. @throws QueryError 400 */
  json(): JsonValue;
}

/** What a resource call answers. `headers` are HTTP headers; Grafana drops `Set-Cookie` and `User-Agent`. */
export type ResourceAnswer =
  | { readonly kind: 'json'; readonly value: unknown; readonly status?: number; readonly headers?: ResourceHeaders }
  | { readonly kind: 'empty'; readonly headers?: ResourceHeaders }
  | {
      readonly kind: 'bytes';
      readonly contentType: string;
      /** An iterable is sent piece by piece, as fast as the host reads. */
      readonly body: Uint8Array | AsyncIterable<Uint8Array>;
      readonly status?: number;
      readonly headers?: ResourceHeaders;
    };

export type ResourceHeaders = Readonly<Record<string, string>>;

export type ResourceHandler<Instance> = (
  instance: Instance,
  request: ResourceRequest,
  call: Call
) => ResourceAnswer | Promise<ResourceAnswer>;

export interface Router<Instance> {
  /**
   * @param path segments separated by slashes, `:name` for one that varies: `datasets/:dataset/columns`
   * @throws GrafanaError `route` when the same method and path are there already
   */
  route(method: Method, path: string, handler: ResourceHandler<Instance>): void;
}
