import type { CatalogEntry } from '../../store/index.ts';
import type { MonitorDocument } from '../document/monitor-document.ts';
import { columnFacts } from '../targeting/column-facts.ts';
import type { ColumnFactsOfPlan } from './analysis-plan.ts';

/** The names of all columns of some profiles. Profiles of one schema share their list: each is looked at once. */
export function namesOf(entries: Iterable<CatalogEntry>): ReadonlySet<string> {
  const lists = new Set<readonly string[]>();
  for (const { columnNames } of entries) {
    lists.add(columnNames);
  }
  return new Set([...lists].flat());
}

/** What names and the entity schema say of columns, before any data are read. */
export function factsOf(names: Iterable<string>, { entitySchema }: MonitorDocument): ColumnFactsOfPlan {
  const discreteness = new Map<string, 'discrete' | 'continuous'>();
  const outputs = new Set<string>();
  const hidden = new Set<string>();
  for (const name of names) {
    const facts = columnFacts(name, entitySchema?.columns.get(name) ?? null, []);
    if (facts.discreteness !== null) {
      discreteness.set(name, facts.discreteness);
    }
    if (facts.classifier === 'output') {
      outputs.add(name);
    }
    if (facts.hidden) {
      hidden.add(name);
    }
  }
  return { discreteness, outputs, hidden };
}
