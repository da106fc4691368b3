import { createHash } from 'node:crypto';

import type { InstanceSettings } from '../settings.ts';

/** Which instance settings are of: the same uid in two organisations names two (real-grafana, section 4). */
export function instanceKey(settings: InstanceSettings): string {
  return JSON.stringify([settings.orgId, settings.kind, settings.kind === 'datasource' ? settings.uid : '']);
}

/**
 * A hash of everything in the settings. The time of saving alone does not tell two contents apart: it has whole seconds,
 * and new secrets arrive up to 5 s before the rest (real-grafana P5, P6).
 */
export function settingsHash(settings: InstanceSettings): string {
  const { secrets, ...rest } = settings;
  const sorted = [...secrets].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([rest, sorted]))
    .digest('base64');
}
