import type { AnyKind } from '../kind.tsx';
import { analysisKind } from './analysis.tsx';
import { anomaliesKind } from './anomalies.tsx';
import { columnsKind } from './columns.ts';
import { distributionKind } from './distribution.tsx';
import { eventsKind } from './events.tsx';
import { metricKind } from './metric.tsx';
import { monitorKind } from './monitor.tsx';
import { profileKind } from './profile.tsx';

/** The kinds that the editor knows, in the order in which they are offered. */
export const kinds: readonly AnyKind[] = [
  metricKind,
  profileKind,
  distributionKind,
  columnsKind,
  analysisKind,
  monitorKind,
  anomaliesKind,
  eventsKind,
];
