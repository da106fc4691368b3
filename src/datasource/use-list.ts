import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';
import { errorText } from './error-text.ts';

/** A list on its way. `failed` carries the reason in words. */
export type ListState<List> =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly list: List }
  | { readonly state: 'failed'; readonly reason: string };

/** Follows a list while the component is shown; null asks for nothing. The observable must be the same between renders. */
export function useList<List>(source: Observable<List> | null): ListState<List> {
  const [known, setKnown] = useState<{ of: Observable<List> | null; state: ListState<List> }>();
  useEffect(() => {
    const subscription = source?.subscribe({
      next: (list) => setKnown({ of: source, state: { state: 'ready', list } }),
      error: (error: unknown) => setKnown({ of: source, state: { state: 'failed', reason: errorText(error) } }),
    });
    return () => subscription?.unsubscribe();
  }, [source]);
  if (source === null) {
    return { state: 'none' };
  }
  // What is known may be of the dataset that was chosen before.
  return known?.of === source ? known.state : { state: 'loading' };
}
