import { isContractError, leftoverVariable, parseQuery, variableName } from '../../../pkg/contract/index.ts';
import { interpolateQuery, type Replace } from '../interpolate.ts';
import type { ProfilesQuery } from '../model.ts';

/** What the back end would say of a query, and where. */
export interface Mistake {
  /** Place in the query, such as `baseline.size`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The first thing that the back end would refuse; null when nothing, and for a query without a dataset, which is not
 * asked at all.
 *
 * @param replace fills in the dashboard's variables; null in an alert rule, where nobody does
 */
export function findMistake(query: ProfilesQuery, replace: Replace | null): Mistake | null {
  if (query.datasetId === '') {
    return null;
  }
  try {
    if (replace === null) {
      refuseVariableEntries(query);
    }
    parseQuery(replace === null ? query : interpolateQuery(query, replace));
    return null;
  } catch (error) {
    if (isContractError(error)) {
      return { path: error.path, text: error.path === '' ? error.message : error.message.slice(error.path.length + 2) };
    }
    return { path: 'segments', text: error instanceof Error ? error.message : String(error) };
  }
}

/** Variables in lists: the parser lets them pass, as a column may be called so. */
function refuseVariableEntries({ columns, segments = [] }: ProfilesQuery): void {
  for (const entry of [...(columns?.include ?? []), ...(columns?.exclude ?? [])]) {
    refuse('columns', entry);
  }
  for (const { value } of segments.flatMap(({ tags }) => tags)) {
    refuse('segments', value);
  }
}

function refuse(path: string, entry: string): void {
  const name = variableName(entry);
  if (name !== null) {
    throw leftoverVariable(path, name);
  }
}

/** The mistake's text when it is at this place or within it. */
export function mistakeWithin(mistake: Mistake | null, place: string): string | undefined {
  const isWithin =
    mistake !== null &&
    (mistake.path === place || (/^[.[]/.test(mistake.path.slice(place.length)) && mistake.path.startsWith(place)));
  return isWithin ? mistake.text : undefined;
}
