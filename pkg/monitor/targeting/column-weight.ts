import type { Segment } from '../../contract/index.ts';
import type { EntityWeights } from '../document/entity.ts';

function isSameSegment(a: Segment, b: Segment): boolean {
  return a.length === b.length && a.every(({ key, value }) => b.some((tag) => tag.key === key && tag.value === value));
}

/**
 * The weight of a column in a segment (spec/monitor-config.md 7): that of the first entry with the same segment if it
 * names the column, else the default. Later entries of the same segment are not looked at.
 *
 * @returns null when the column has none, which is not 0
 */
export function columnWeight(weights: EntityWeights, segment: Segment, column: string): number | null {
  const entry = weights.segmentWeights.find((candidate) => isSameSegment(candidate.segment, segment));
  return entry?.weights.get(column) ?? weights.defaultWeights.get(column) ?? null;
}
