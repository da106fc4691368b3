import type { AnyKind } from '../kind.tsx';
import { columnsKind } from './columns.ts';
import { metricKind } from './metric.tsx';
import { profileKind } from './profile.tsx';

/** The kinds that the editor knows, in the order in which they are offered. */
export const kinds: readonly AnyKind[] = [metricKind, profileKind, columnsKind];
