import type { ColumnSelection } from '../contract/index.ts';
import { exactNames, leftoverVariable, selectsColumn, variableName } from '../contract/index.ts';
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

/** Names that share the most letters in order come first; for a person who mistyped one. */
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
  return [...known].sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1)).slice(0, 5);
}

/** @throws ContractError variable, RequestError unknown-column for an exact name that no profile of the dataset has */
function refuseUnknownNames(selection: ColumnSelection, dataset: DatasetIndex): void {
  const everywhere = namesOf([...dataset.entries, ...[...dataset.references.values()].flat()]);
  for (const name of exactNames(selection)) {
    if (!everywhere.has(name)) {
      const variable = variableName(name);
      if (variable !== null) {
        throw leftoverVariable('columns.include', variable);
      }
      const known = similar(name, [...everywhere]);
      throw new RequestError(
        'unknown-column',
        `dataset ${dataset.datasetId} has no column "${name}"; ${known.length === 0 ? 'no profile of it has columns' : `the nearest are ${known.join(', ')}`}`
      );
    }
  }
}

function isDiscretenessGroup(entry: string): boolean {
  return entry === 'group:discrete' || entry === 'group:continuous';
}

/**
 * The columns that a selection means: those of the profiles concerned, in code-point order, and those that are named
 * exactly, which are answered with nulls where a batch lost them.
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
  const passes = (name: string): boolean =>
    selectsColumn(open, { name, isDiscrete: true }) || selectsColumn(open, { name, isDiscrete: false });
  return [...present].filter(passes).sort();
}
