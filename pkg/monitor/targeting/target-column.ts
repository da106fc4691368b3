import type { ColumnSelection } from '../../contract/index.ts';
import { isGlob, matchesGlob } from '../../contract/index.ts';
import { weightBound } from '../document/parse-target.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A column as an analyzer's target matrix sees it. */
export interface TargetColumn extends Pick<ColumnFacts, 'classifier' | 'discreteness' | 'hidden'> {
  readonly name: string;
  /** Null: it has none, which is not 0. */
  readonly weight: number | null;
}

/** Of `weight>0.24`: the sign says greater, the comparison takes equal too, as in WhyLabs' engine. */
function reaches(bound: number, weight: number | null): boolean {
  return weight !== null && weight >= bound;
}

function entryMatches(entry: string, column: TargetColumn): boolean {
  // An exact name comes first, so a column may be called `group:input` or hold an asterisk.
  if (entry === column.name) {
    return true;
  }
  const bound = weightBound(entry);
  if (bound !== null) {
    return reaches(bound, column.weight);
  }
  switch (entry) {
    case 'group:input':
    case 'group:output':
      return entry === `group:${column.classifier}`;
    case 'group:discrete':
    case 'group:continuous':
      return entry === `group:${column.discreteness ?? ''}`;
    default:
      // `*`, and globs, which WhyLabs' engine does not know. Groups that do not exist are neither.
      return isGlob(entry) && matchesGlob(entry, column.name);
  }
}

/**
 * True when a target matrix means a column (spec/monitor-config.md 3): some entry of `include` matches and none of
 * `exclude`. An empty `include` means no column; hidden columns are never meant.
 */
export function targetsColumn({ include, exclude }: ColumnSelection, column: TargetColumn): boolean {
  return (
    !column.hidden &&
    include.some((entry) => entryMatches(entry, column)) &&
    !exclude.some((entry) => entryMatches(entry, column))
  );
}
