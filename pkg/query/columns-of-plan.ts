import type { ColumnSelection } from '../contract/index.ts';
import { exactNames, refuseVariables, selectsColumn } from '../contract/index.ts';
import type { CatalogEntry } from '../store/index.ts';
import type { DatasetIndex } from '../timeline/index.ts';
import { RequestError } from './error.ts';

function namesOf(entries: Iterable<CatalogEntry>): Set<string> {
  const lists = new Set<readonly string[]>();
  for (const entry of entries) {
    lists.add(entry.columnNames);
  }
  return new Set([...lists].flat());
}

/** Most names that the error for an unknown column proposes. */
const proposedNames = 5;

/** Names that share the greatest part of their letters come first; for a person who mistyped one. */
function similar(name: string, known: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  const score = (other: string): number => {
    const text = other.toLowerCase();
    let common = 0;
    for (const letter of wanted) {
      common += text.includes(letter) ? 1 : 0;
    }
    return common / Math.max(wanted.length, text.length);
  };
  return [...known].sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1)).slice(0, proposedNames);
}

/** Whether a selection holds a column, given that nobody knows yet whether that is discrete. */
function mayHold(selection: ColumnSelection, name: string): boolean {
  return selectsColumn(selection, { name, isDiscrete: true }) || selectsColumn(selection, { name, isDiscrete: false });
}

/**
 * @throws ContractError variable for an entry that means no column of the dataset and holds one; RequestError
 *   unknown-column for another exact name that no profile of the dataset has
 */
function refuseUnknownNames(selection: ColumnSelection, dataset: DatasetIndex): void {
  const everywhere = [...namesOf([...dataset.entries, ...[...dataset.references.values()].flat()])];
  const exact = new Set(exactNames(selection));
  for (const entry of selection.include) {
    if (!everywhere.some((name) => mayHold({ include: [entry], exclude: [] }, name))) {
      refuseVariables('columns.include', entry);
      if (exact.has(entry)) {
        const known = similar(entry, everywhere);
        throw new RequestError(
          'unknown-column',
          `dataset ${dataset.datasetId} has no column "${entry}"; ${known.length === 0 ? 'no profile of it has columns' : `the nearest are ${known.join(', ')}`}`
        );
      }
    }
  }
}

function isDiscretenessGroup(entry: string): boolean {
  return entry === 'group:discrete' || entry === 'group:continuous';
}

/**
 * The columns that a selection means, in order: those of the profiles concerned, and those that are named exactly,
 * which are answered with nulls where a batch lost them.
 *
 * @param entries the profiles of the range
 * @throws ContractError, RequestError
 */
export function selectColumns(
  selection: ColumnSelection,
  dataset: DatasetIndex,
  entries: readonly CatalogEntry[]
): readonly string[] {
  refuseUnknownNames(selection, dataset);
  const present = namesOf(entries);
  for (const name of exactNames(selection)) {
    present.add(name);
  }
  // Whether a column is discrete is not known from headers: here each column passes that could, and the thread that
  // reads its data decides.
  const open: ColumnSelection = {
    include: selection.include,
    exclude: selection.exclude.filter((entry) => !isDiscretenessGroup(entry)),
  };
  return [...present].filter((name) => mayHold(open, name)).sort();
}
