import type { ColumnSelection } from '../../contract/index.ts';
import { asksForGroups, selectsColumn } from '../../contract/index.ts';
import type { Analyzer } from '../document/monitor-document.ts';
import { targetsColumn } from '../targeting/target-column.ts';
import type { AnalysisPlan } from './analysis-plan.ts';

/** The columns an analyzer means where it names none: an analyzer of a query, which the query's own columns narrow. */
const everyColumn: ColumnSelection = { include: ['*'], exclude: [] };

function selectionOf({ target }: Analyzer): ColumnSelection {
  return target?.type === 'column' ? target : everyColumn;
}

/** True when only data can tell whether the analyzer, or the query around it, means the column. */
export function needsDiscreteness({ analyzer, facts, columnFilter }: AnalysisPlan, column: string): boolean {
  const asks = asksForGroups(selectionOf(analyzer)) || asksForGroups(columnFilter);
  return asks && !facts.discreteness.has(column);
}

/**
 * True when the analyzer and the query mean the column.
 *
 * @param weight null: it has none
 * @param isDiscrete what its data say; the entity schema wins over them; null: nobody knows
 */
export function isTargeted(
  { analyzer, facts, columnFilter }: Pick<AnalysisPlan, 'analyzer' | 'facts' | 'columnFilter'>,
  column: string,
  weight: number | null,
  isDiscrete: boolean | null
): boolean {
  const inferred = isDiscrete === null ? null : isDiscrete ? 'discrete' : 'continuous';
  const discreteness = facts.discreteness.get(column) ?? inferred;
  const known = discreteness === null ? null : discreteness === 'discrete';
  const classifier = facts.outputs.has(column) ? 'output' : 'input';
  const hidden = facts.hidden.has(column);
  return (
    targetsColumn(selectionOf(analyzer), { name: column, classifier, discreteness, hidden, weight }) &&
    selectsColumn(columnFilter, { name: column, isDiscrete: known })
  );
}

/** True when the column may be meant, whatever its data say of its discreteness. */
export function mayBeTargeted(
  plan: Pick<AnalysisPlan, 'analyzer' | 'facts' | 'columnFilter'>,
  column: string,
  weight: number | null
): boolean {
  return isTargeted(plan, column, weight, true) || isTargeted(plan, column, weight, false);
}
