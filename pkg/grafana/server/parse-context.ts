import type { User } from '../call.ts';
import type { AppInstanceSettings, DataSourceInstanceSettings, PluginContext } from '../gen/backend_pb.js';
import { type JsonObject, parseJsonObject } from '../json.ts';
import { QueryError } from '../query-error.ts';
import type { GrafanaConfig, InstanceSettings } from '../settings.ts';

/** The parts of a plugin context that never fail to parse. */
export interface Caller {
  readonly orgId: number;
  readonly user: User | null;
  readonly grafanaConfig: GrafanaConfig;
}

/** Who calls. A missing context is that of Grafana itself. */
export function parseCaller(context: PluginContext | undefined): Caller {
  const user = context?.user;
  return {
    orgId: Number(context?.orgId ?? 0),
    user: user ? { login: user.login, name: user.name, email: user.email, role: user.role } : null,
    grafanaConfig: new Map(Object.entries(context?.grafanaConfig ?? {})),
  };
}

/**
 * The settings of the instance that is called.
 *
 * @throws QueryError `settings` when there are none or their jsonData are no JSON object
 */
export function parseSettings(context: PluginContext | undefined): InstanceSettings {
  const orgId = Number(context?.orgId ?? 0);
  if (context?.dataSourceInstanceSettings) {
    return dataSourceSettings(orgId, context.dataSourceInstanceSettings);
  }
  if (context?.appInstanceSettings) {
    return { kind: 'app', orgId, ...commonSettings(context.appInstanceSettings) };
  }
  throw new QueryError(
    'settings',
    400,
    'downstream',
    'the call carries no settings: ask through a data source or an app'
  );
}

function dataSourceSettings(orgId: number, settings: DataSourceInstanceSettings): InstanceSettings {
  const { uid, name, url, user, database, basicAuthEnabled, basicAuthUser } = settings;
  return {
    kind: 'datasource',
    orgId,
    uid,
    name,
    url,
    user,
    database,
    basicAuthEnabled,
    basicAuthUser,
    ...commonSettings(settings),
  };
}

function commonSettings(settings: AppInstanceSettings | DataSourceInstanceSettings) {
  return {
    jsonData: parseJsonData(settings.jsonData),
    secrets: new Map(Object.entries(settings.decryptedSecureJsonData)),
    lastUpdatedMs: Number(settings.lastUpdatedMS),
  };
}

/** Grafana stores nothing, or `null`, for settings that were never saved. */
function parseJsonData(bytes: Uint8Array): JsonObject {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '' || text === 'null') {
    return {};
  }
  const parsed = parseJsonObject(text);
  if (!parsed) {
    throw new QueryError(
      'settings',
      400,
      'downstream',
      'the settings (jsonData) are not a JSON object: save them again'
    );
  }
  return parsed;
}
