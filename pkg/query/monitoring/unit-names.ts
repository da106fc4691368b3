import type { AnalysisPlan } from '../../monitor/index.ts';
import { datasetColumn } from '../../monitor/index.ts';

/** The columns for which an analysis has work, the dataset's own included; each is one unit of a plan. */
export function unitsOf(plan: AnalysisPlan): readonly string[] {
  return plan.isOfDataset ? [datasetColumn] : plan.columns;
}

/** All units of several analyses, in order, the dataset's first. */
export function allUnits(plans: readonly AnalysisPlan[]): readonly string[] {
  const units = new Set(plans.flatMap(unitsOf));
  return [...units].sort((a, b) => Number(b === datasetColumn) - Number(a === datasetColumn) || (a < b ? -1 : 1));
}
