import type { JsonObject } from './json.ts';

/** The settings of one instance, as sent with each call. */
export type InstanceSettings = DataSourceSettings | AppSettings;

interface CommonSettings {
  readonly orgId: number;
  /** `{}` where Grafana has none. */
  readonly jsonData: JsonObject;
  /** Secrets in clear text. A map, so that neither JSON.stringify nor a template prints them by accident. */
  readonly secrets: ReadonlyMap<string, string>;
  /** When they were saved, Unix ms. Whole seconds, and up to 5 s old (real-grafana P5, P6): no proof of sameness. */
  readonly lastUpdatedMs: number;
}

export interface DataSourceSettings extends CommonSettings {
  readonly kind: 'datasource';
  /** Unique within an organisation only. */
  readonly uid: string;
  readonly name: string;
  readonly url: string;
  readonly user: string;
  readonly database: string;
  readonly basicAuthEnabled: boolean;
  readonly basicAuthUser: string;
}

export interface AppSettings extends CommonSettings {
  readonly kind: 'app';
}

/** Grafana's configuration as sent with each call (protocol section 2.6). */
export type GrafanaConfig = ReadonlyMap<string, string>;
