import type { DataQueryRequest, MetricFindValue, ScopedVars, UrlQueryMap } from '@grafana/data';
import type { VariableModel } from '@grafana/schema';
import { lastValueFrom } from 'rxjs';
import type { VariableValues } from './template.ts';
import type { QueryContext } from './use-panel-data.ts';
import type { ViewDashboard } from './view-data.ts';

/** A variable with what can be chosen and what is. */
export interface VariableState {
  readonly variable: VariableModel;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
}

/** Whom queries are asked, of which time, and with which values. */
export type Asker = Pick<QueryContext, 'source' | 'range'> & { readonly scopedVars?: ScopedVars };

/** Kinds of variables that this page knows; others are listed as what it cannot do. */
export const knownVariables: readonly string[] = ['custom', 'query', 'textbox', 'constant', 'datasource', 'interval'];

/** Grafana's value of "All". */
export const all = '$__all';

/**
 * The variables of a dashboard in order, each with the values of those before it. A value comes from the address, else
 * from the dashboard, else it is the first option.
 */
export async function loadVariables(
  { templating }: ViewDashboard,
  address: UrlQueryMap,
  asker: Asker
): Promise<readonly VariableState[]> {
  const states: VariableState[] = [];
  for (const variable of templating?.list?.filter(({ type }) => knownVariables.includes(type)) ?? []) {
    const before = Object.entries(valuesOf(states)).map(([name, value]) => [name, { value }] as const);
    const found = await optionsOf(variable, { ...asker, scopedVars: Object.fromEntries(before) });
    const options = variable.includeAll === true ? [all, ...found] : found;
    states.push({ variable, options, chosen: chosen(variable, options, address[`var-${variable.name}`]) });
  }
  return states;
}

/** By name; all options where all are chosen. */
export function valuesOf(states: readonly VariableState[]): VariableValues {
  const values = states.map(({ variable: { name, allValue, multi }, options, chosen: [first = '', ...rest] }) => {
    const everything = allValue || options.filter((option) => option !== all);
    return [name, first === all ? everything : multi === true ? [first, ...rest] : first] as const;
  });
  return Object.fromEntries(values);
}

function chosen({ type, query, current, multi }: VariableModel, options: readonly string[], given: unknown) {
  const isFree = type === 'textbox' || type === 'constant';
  for (const candidate of [given, current?.value, isFree ? query : undefined, options[0]]) {
    const list = [candidate ?? []].flat().map(String);
    const valid = isFree ? list : list.filter((value) => options.includes(value));
    if (valid.length > 0) {
      return multi === true ? valid : valid.slice(0, 1);
    }
  }
  return [];
}

async function optionsOf(variable: VariableModel, { source, range, scopedVars = {} }: Asker) {
  const { type, name, query, options = [] } = variable;
  if (type === 'datasource') {
    return [source.uid];
  }
  const support = source.variables;
  if (type !== 'query' || support === undefined || !('query' in support)) {
    return options.flatMap(({ value }) => value).filter((value) => value !== all);
  }
  // The data source's own query, of which the page knows the name alone.
  const targets = [{ refId: name, ...(query as object) }];
  const request = { targets, range, scopedVars, requestId: name, app: 'dashboard' } as unknown;
  const { data } = await lastValueFrom(support.query(request as DataQueryRequest));
  return (data as MetricFindValue[]).map(({ text, value }) => String(value === undefined ? text : value));
}
