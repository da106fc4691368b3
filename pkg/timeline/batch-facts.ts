import type { ModelPerformance, Profile } from '../profile/index.ts';
import { mergePerformance } from '../profile/index.ts';

/** What a batch says beside its columns. */
export interface BatchFacts {
  readonly profiles: number;
  /** Of all its profiles together, in code-point order. */
  readonly columnNames: readonly string[];
  readonly performance: ModelPerformance | null;
}

/** The facts of one batch. */
export type BatchFactsOutcome =
  | { readonly kind: 'facts'; readonly facts: BatchFacts }
  /** The batch has no profile. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The facts of the profiles that make up a batch. @throws ProfileError when the performance of one is damaged */
export async function batchFacts(profiles: readonly Profile[]): Promise<BatchFacts> {
  const names = new Set(profiles.flatMap(({ columnNames }) => columnNames));
  const parts: ModelPerformance[] = [];
  for (const profile of profiles) {
    const part = await profile.readPerformance();
    if (part !== null) {
      parts.push(part);
    }
  }
  return {
    profiles: profiles.length,
    columnNames: [...names].sort((a, b) => (a < b ? -1 : 1)),
    performance: mergePerformance(parts),
  };
}
