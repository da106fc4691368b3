import { useMemo } from 'react';
import type { ProfilesSource } from '../source.ts';
import { useList } from '../use-list.ts';

/** The dataset that a query without one means; null while it is not known and where the store has none or several. */
export function useSoleDataset(source: ProfilesSource): string | null {
  const sole = useList(useMemo(() => source.soleDataset(), [source]));
  return sole.state === 'ready' ? sole.list : null;
}
