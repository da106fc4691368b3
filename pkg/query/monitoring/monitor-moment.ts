import type { MonitorQuery } from '../../contract/index.ts';
import type { Monitor } from '../../monitor/index.ts';

/**
 * True when a monitor's answer is about the newest batch: for alert rules, unless the monitor makes digests on a
 * schedule, which speak of the query's range.
 */
export function isOfNewest(query: MonitorQuery, { mode, schedule }: Monitor): boolean {
  return query.mode === 'latest' && (mode.type === 'EVERY_ANOMALY' || schedule?.type === 'immediate');
}
