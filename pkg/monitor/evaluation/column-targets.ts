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

/** What decides whether a column is meant. */
export type TargetingPlan = Pick<AnalysisPlan, 'analyzer' | 'facts' | 'columnFilter'>;

/** The entity schema wins over the data. */
function discretenessOf({ facts }: TargetingPlan, column: string, isDiscrete: boolean | null) {
  const inferred = isDiscrete === null ? null : isDiscrete ? 'discrete' : 'continuous';
  return facts.discreteness.get(column) ?? inferred;
}

/**
 * True when the analyzer itself means the column, whatever columns the query asks for.
 *
 * @param weight null: it has none
 * @param isDiscrete what its data say; null: nobody knows
 */
export function isOfAnalyzer(
  plan: TargetingPlan,
  column: string,
  weight: number | null,
  isDiscrete: boolean | null
): boolean {
  const { analyzer, facts } = plan;
  return targetsColumn(selectionOf(analyzer), {
    name: column,
    classifier: facts.outputs.has(column) ? 'output' : 'input',
    discreteness: discretenessOf(plan, column, isDiscrete),
    hidden: facts.hidden.has(column),
    weight,
  });
}

/** True when the analyzer and the query mean the column; parameters as isOfAnalyzer. */
export function isTargeted(
  plan: TargetingPlan,
  column: string,
  weight: number | null,
  isDiscrete: boolean | null
): boolean {
  const discreteness = discretenessOf(plan, column, isDiscrete);
  const known = discreteness === null ? null : discreteness === 'discrete';
  return (
    isOfAnalyzer(plan, column, weight, isDiscrete) &&
    selectsColumn(plan.columnFilter, { name: column, isDiscrete: known })
  );
}

/** True when the column may be meant, whatever its data say of its discreteness. */
export function mayBeTargeted(plan: TargetingPlan, column: string, weight: number | null): boolean {
  return [true, false, null].some((isDiscrete) => isTargeted(plan, column, weight, isDiscrete));
}

/** True when the analyzer, or the query around it, chooses columns by what their data say. */
export function asksForData({ analyzer, columnFilter }: TargetingPlan): boolean {
  return asksForGroups(selectionOf(analyzer)) || asksForGroups(columnFilter);
}

/** True when only data can tell whether the column is meant. */
export function needsDiscreteness(plan: TargetingPlan, column: string): boolean {
  return asksForData(plan) && !plan.facts.discreteness.has(column);
}
