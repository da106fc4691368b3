/**
 * Grafana back ends in TypeScript: serve a plugin, build its frames, or ask one as Grafana does.
 *
 * @example
 * await servePlugin({
 *   pluginId: 'example-datasource',
 *   createInstance: ({ jsonData }) => ({ factor: Number(jsonData['factor'] ?? 1) }),
 *   async queryData({ factor }, { fromMs, toMs }) {
 *     const value = { name: 'value', labels: { series: 'line' }, values: numbers([factor, 2 * factor]) };
 *     return [encodeFrame({ type: 'timeseries-multi', time: times([fromMs, toMs]), value })];
 *   },
 *   checkHealth: async () => ({ status: 'ok', message: 'all is well' }),
 * });
 */
export type { Call, User } from './call.ts';
export type {
  CallOptions,
  ClientQuery,
  ClientResourceAnswer,
  ClientResourceRequest,
  ClientSettings,
  Exit,
  HealthAnswer,
  PluginCalls,
  PluginClient,
  QueryAnswer,
} from './client/plugin-client.ts';
export type { StartOptions } from './client/plugin-process.ts';
export { startPlugin } from './client/start-plugin.ts';
export type { DataQuery, Health, PluginDefinition } from './definition.ts';
export {
  type Cell,
  type DecodedField,
  type DecodedFrame,
  type DecodedType,
  decodeFrame,
} from './frame/decode-frame.ts';
export { type Entities, type FieldJson, frameJson, type FrameJson } from './frame/frame-json.ts';
export * from './frames.ts';
export { GrafanaError, type GrafanaErrorCode } from './grafana-error.ts';
export { ForwardedHeaders } from './headers.ts';
export {
  answerDataSourceApi,
  type ApiRequest,
  errorAnswer,
  type HttpAnswer,
  jsonAnswer,
} from './http/data-source-api.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { Log, LogFields } from './log/log.ts';
export type { ServeOptions } from './options.ts';
export { type FailureSource, type FailureStatus, QueryError, type QueryFailure } from './query-error.ts';
export type {
  Method,
  ResourceAnswer,
  ResourceHandler,
  ResourceHeaders,
  ResourceRequest,
  Router,
} from './resource/resource.ts';
export { type Loadable, servePlugin } from './process/serve-plugin.ts';
export type { AppSettings, DataSourceSettings, GrafanaConfig, InstanceSettings } from './settings.ts';
