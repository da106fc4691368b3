/**
 * The result of the work, or the signal's reason as soon as it aborts. Work that goes on after that is not waited for;
 * how it ends is dropped, so that a late rejection ends nothing.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = () => {};
  const aborted = new Promise<never>((_, reject) => {
    // The reason is an error of ours: see CallScope.
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    stopListening = () => signal.removeEventListener('abort', abort);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stopListening();
  }
}

/** The results in the order of the items, with at most `limit` of them under way at a time. `run` must not reject. */
export async function mapBounded<T, R>(items: readonly T[], limit: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [index, item] of waiting) {
      results[index] = await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return results;
}
