import { isGlob, matchesGlob } from './glob.ts';
import type { JsonReader } from './json-reader.ts';

/**
 * Which columns a query is about, with the entries of a monitor document: `*`, an exact name, `group:continuous`,
 * `group:discrete`, `group:input`, `group:output`; and, beyond the document, globs such as `prompt.*`.
 * What is excluded is excluded, whatever includes it.
 */
export interface ColumnSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** All columns. */
export const allColumns: ColumnSelection = { include: ['*'], exclude: [] };

/** What a selection can know of a column. Groups that cannot be told yet (no data) are null and match no group. */
export interface ColumnFacts {
  readonly name: string;
  readonly isDiscrete: boolean | null;
}

/** Reads `columns` of a query; absent means all columns. */
export function parseColumnSelection(reader: JsonReader | undefined): ColumnSelection {
  if (reader === undefined) {
    return allColumns;
  }
  const include = (reader.strings('include') ?? []).filter((entry) => entry !== '');
  const exclude = (reader.strings('exclude') ?? []).filter((entry) => entry !== '');
  return { include: include.length === 0 ? ['*'] : include, exclude };
}

/** True when some entry asks for a group by discreteness, so that data must be read before columns can be chosen. */
export function asksForGroups(selection: ColumnSelection): boolean {
  return [...selection.include, ...selection.exclude].some(
    (entry) => entry === 'group:discrete' || entry === 'group:continuous'
  );
}

/** WhyLabs' classifier: an output is a column whose name contains `output`, in any case; all others are inputs. */
function isOutput(name: string): boolean {
  return name.toLowerCase().includes('output');
}

function entryMatches(entry: string, column: ColumnFacts): boolean {
  // An exact name comes first, so a column may be called `group:input` or contain an asterisk.
  if (entry === column.name) {
    return true;
  }
  switch (entry) {
    case 'group:discrete':
      return column.isDiscrete === true;
    case 'group:continuous':
      return column.isDiscrete === false;
    case 'group:output':
      return isOutput(column.name);
    case 'group:input':
      return !isOutput(column.name);
    default:
      return isGlob(entry) && matchesGlob(entry, column.name);
  }
}

/** True when the column is chosen. */
export function selectsColumn(selection: ColumnSelection, column: ColumnFacts): boolean {
  return (
    selection.include.some((entry) => entryMatches(entry, column)) &&
    !selection.exclude.some((entry) => entryMatches(entry, column))
  );
}

const groups: ReadonlySet<string> = new Set(['group:discrete', 'group:continuous', 'group:output', 'group:input']);

/**
 * The included entries that can only be a column's exact name, so that a misspelt one can be told to the user; also
 * groups that do not exist, such as `group:continous`.
 */
export function exactNames(selection: ColumnSelection): readonly string[] {
  return selection.include.filter((entry) => !isGlob(entry) && !groups.has(entry));
}
