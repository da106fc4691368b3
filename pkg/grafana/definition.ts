import type { Registry } from 'prom-client';

import type { Call } from './call.ts';
import type { EncodedFrame } from './frames.ts';
import type { JsonObject } from './json.ts';
import type { QueryFailure } from './query-error.ts';
import type { Router } from './resource/resource.ts';
import type { GrafanaConfig, InstanceSettings } from './settings.ts';

/** One query of a request. */
export interface DataQuery {
  readonly refId: string;
  /** As in the model; empty when the model has none. */
  readonly queryType: string;
  /** The whole query object as it was stored, with Grafana's own keys (`refId`, `datasource`, `hide`, …). */
  readonly model: JsonObject;
  /** Milliseconds since 1970. Neither order nor difference of the two is checked. */
  readonly fromMs: number;
  readonly toMs: number;
  /** At least 1; 100 when the request has none. Alert rules ask for 43200. */
  readonly maxDataPoints: number;
  /** The step that Grafana suggests; 0 when the request has none. Alert rules suggest 1000 whatever the range. */
  readonly intervalMs: number;
}

/** What "Save & test" shows. */
export interface Health {
  readonly status: 'ok' | 'error';
  readonly message: string;
  /** Shown below the message; Grafana knows the key `verboseMessage`. */
  readonly details?: JsonObject;
}

/** A back end: what it does for each instance (a configured data source, or the app in one organisation). */
export interface PluginDefinition<Instance> {
  /** The id in plugin.json. */
  readonly pluginId: string;
  /**
   * Makes the instance of these settings; called once for each content of the settings, however many calls wait for it.
   * A failure is the failure of the calls that wait, and is tried again by the next call.
   */
  createInstance(settings: InstanceSettings, grafanaConfig: GrafanaConfig): Instance | Promise<Instance>;
  /** Called once, when the settings changed or were not used for long, and no call uses the instance. */
  disposeInstance?(instance: Instance): void | Promise<void>;
  /** Answers one query. Zero frames mean "no data". Siblings are answered whatever this one does. */
  queryData(instance: Instance, query: DataQuery, call: Call): Promise<readonly EncodedFrame[]>;
  checkHealth(instance: Instance, call: Call): Promise<Health>;
  /** Registers the resource calls, once, at start. */
  resources?(router: Router<Instance>): void;
  /** Registers the plugin's own metrics beside those of the process, once, at start. */
  metrics?(registry: Registry): void;
  /** Says how an error of the plugin's own is to be answered; null for "an internal error". */
  describeError?(error: unknown): QueryFailure | null;
}
