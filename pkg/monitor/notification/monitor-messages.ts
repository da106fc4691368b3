import type { ResultRecord } from '../../contract/index.ts';
import type { Monitor } from '../document/monitor-document.ts';
import type { Digest } from './digest.ts';
import { makeDigest } from './digest.ts';
import type { AnomalyMessage } from './every-anomaly.ts';
import { anomalyMessages } from './every-anomaly.ts';
import type { MonitorRun } from './select-anomalies.ts';
import { isSilenced } from './silence.ts';

/** What a monitor sends, by WhyLabs' field names (spec/analyzers.md e.3, e.4). */
export type MonitorMessage = AnomalyMessage | Digest;

/**
 * What the monitors of a document send of the results of a run, in the document's order. One that is disabled, or in
 * an exclusion range of its schedule, sends nothing.
 */
export function monitorMessages(
  monitors: readonly Monitor[],
  records: readonly ResultRecord[],
  run: MonitorRun
): readonly MonitorMessage[] {
  return monitors
    .filter((monitor) => !monitor.disabled && !isSilenced(monitor, run.nowMs))
    .flatMap((monitor) => [
      ...anomalyMessages(monitor, records, run),
      ...[makeDigest(monitor, records, run) ?? []].flat(),
    ]);
}
