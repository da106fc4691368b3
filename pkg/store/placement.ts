/** What an object's path says: its dataset, and the reference profile it belongs to, if it does. */
export type Placement =
  | { readonly kind: 'batch'; readonly datasetId: string }
  | { readonly kind: 'reference'; readonly datasetId: string; readonly profileId: string }
  | { readonly kind: 'unplaced' };

/**
 * Reads a path by the store's default layout: `<dataset>/…/*.bin` and `<dataset>/reference/<profileId>/….bin`.
 * A reference without a folder of its own is named by its file, without the ending.
 */
export function placementOf(key: string): Placement {
  const [datasetId, second, third, ...rest] = key.split('/');
  if (datasetId === undefined || second === undefined) {
    return { kind: 'unplaced' };
  }
  if (second !== 'reference' || third === undefined) {
    return { kind: 'batch', datasetId };
  }
  const profileId = rest.length === 0 ? third.replace(/\.[^.]*$/, '') : third;
  return { kind: 'reference', datasetId, profileId };
}
