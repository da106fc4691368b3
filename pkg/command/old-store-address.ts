import type { DatasetResource } from '../contract/index.ts';

const dayMs = 86_400_000;

/** Age of the newest profile in days above which "the latest batch" means nothing: the engine's two batches, and today. */
const oldDays = 3;

/**
 * What the page's address says of a store whose data ended long ago: its first dataset, over its own time, on its last
 * day. "Latest" would find nothing there. Empty for a store that is still written to, or has no profiles in time.
 *
 * @param nowMs the clock
 */
export function oldStoreAddress(datasets: readonly DatasetResource[], nowMs: number): string {
  const first = datasets.find(({ profiles }) => profiles > 0);
  if (first === undefined || first.firstMs === null || first.lastMs === null) {
    return '';
  }
  if (nowMs - first.lastMs < oldDays * dayMs) {
    return '';
  }
  const day = new Date(first.lastMs).toISOString().slice(0, 10);
  const from = Math.floor(first.firstMs / dayMs) * dayMs;
  const to = (Math.floor(first.lastMs / dayMs) + 1) * dayMs;
  return `&var-dataset=${encodeURIComponent(first.id)}&var-day=${day}&from=${from}&to=${to}`;
}
