/** Grafana back ends in TypeScript: serve a plugin, build its frames, or ask one as Grafana does. */
export type { Call, User } from './call.ts';
export {
  type CallOptions,
  type ClientQuery,
  type ClientResourceAnswer,
  type ClientResourceRequest,
  type ClientSettings,
  type Exit,
  type HealthAnswer,
  type PluginClient,
  type QueryAnswer,
  startPlugin,
  type StartOptions,
} from './client.ts';
export type { DataQuery, GrafanaConfig, Health, PluginDefinition } from './definition.ts';
export type { Cell, DecodedField, DecodedFrame } from './frame/decode-frame.ts';
export * from './frames.ts';
export { GrafanaError, type GrafanaErrorCode } from './grafana-error.ts';
export { ForwardedHeaders } from './headers.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { Log, LogFields } from './log.ts';
export type { ServeOptions } from './options.ts';
export { type FailureSource, type FailureStatus, QueryError, type QueryFailure } from './query-error.ts';
export type { Method, ResourceAnswer, ResourceHandler, ResourceHeaders, ResourceRequest, Router } from './resource.ts';
export { servePlugin } from './serve-plugin.ts';
export type { AppSettings, DataSourceSettings, InstanceSettings } from './settings.ts';
