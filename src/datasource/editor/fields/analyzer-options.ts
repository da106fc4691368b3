import type { ComboboxOption } from '@grafana/ui';
import type { AnalyzerResource, MonitorResource } from '../../../../pkg/contract/index.ts';

/** An analyzer of a document as a choice: `Departure delay drift, drift of histogram`. */
export function analyzerOption({ id, displayName, type, metric, disabled }: AnalyzerResource): ComboboxOption {
  const of = metric === null || metric === type ? type : `${type} of ${metric}`;
  return { value: id, description: [displayName, of, disabled ? 'disabled' : null].filter(isSaid).join(', ') };
}

/** A monitor of a document as a choice: `Drift of delays, each anomaly, severity 2`. */
export function monitorOption({ id, displayName, mode, severity, disabled }: MonitorResource): ComboboxOption {
  const speaks = mode === 'DIGEST' ? 'digest' : 'each anomaly';
  const parts = [displayName, speaks, `severity ${severity}`, disabled ? 'disabled' : null];
  return { value: id, description: parts.filter(isSaid).join(', ') };
}

function isSaid(part: string | null): part is string {
  return part !== null && part !== '';
}
