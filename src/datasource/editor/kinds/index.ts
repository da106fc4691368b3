import type { AnyKind } from '../kind.tsx';
import { columnsKind } from './columns.ts';
import { distributionKind } from './distribution.tsx';
import { metricKind } from './metric.tsx';
import { profileKind } from './profile.tsx';

/** The kinds that the editor knows, in the order in which they are offered. */
export const kinds: readonly AnyKind[] = [metricKind, profileKind, distributionKind, columnsKind];
