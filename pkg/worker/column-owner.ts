/**
 * The thread that evaluates a column: always the same for a data source, dataset and column, so that its decoded data
 * lie in one thread's memory. FNV-1a over UTF-16 code units.
 */
export function columnOwner(sourceKey: string, datasetId: string, column: string, threads: number): number {
  let hash = 0x811c9dc5;
  for (const part of [sourceKey, datasetId, column]) {
    for (let i = 0; i < part.length; i += 1) {
      hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
    }
    // Between the parts, so that "ab","c" and "a","bc" differ.
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  return (hash >>> 0) % threads;
}
