/** Largest number of changed letters at which a key still counts as a slip of the pen: two. */
const maxChanges = 2;

/** Levenshtein's distance of two short texts. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const kept = (row[j] ?? 0) + (b[j] === letter ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The known key that an unknown one was probably meant to be: the nearest within two letters, case left aside. Null
 * where there is none; keys of up to four letters must agree but for one.
 */
export function similarKey(key: string, known: readonly string[]): string | null {
  const wanted = key.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of known) {
    const allowed = Math.min(wanted.length, name.length) <= 4 ? 1 : maxChanges;
    // A difference in length is one in letters; long keys are not looked at.
    if (Math.abs(wanted.length - name.length) > allowed) {
      continue;
    }
    const distance = changes(wanted, name.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name ?? null;
}
