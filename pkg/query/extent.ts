import type { CatalogEntry } from '../store/index.ts';

/** Least and greatest time, epoch ms; null where there is none. */
export interface Extent {
  readonly firstMs: number | null;
  readonly lastMs: number | null;
}

/** Least and greatest of the times, without spreading a long list into arguments. */
export function extent(entries: readonly CatalogEntry[]): Extent {
  let [firstMs, lastMs]: [number | null, number | null] = [null, null];
  for (const { timestampMs } of entries) {
    firstMs = Math.min(firstMs ?? timestampMs, timestampMs);
    lastMs = Math.max(lastMs ?? timestampMs, timestampMs);
  }
  return { firstMs, lastMs };
}
