import { variableName } from '../../pkg/contract/index.ts';
import type { ProfilesQuery } from './model.ts';

/**
 * Replaces the dashboard variables of a text.
 *
 * @param format told the value of each variable; returns what stands in its place
 */
export type Replace = (text: string, format?: (value: string | string[]) => string) => string;

/** A query with the values of the dashboard's variables. A variable with several values makes several columns. */
export function interpolateQuery(query: ProfilesQuery, replace: Replace): ProfilesQuery {
  const names = (entries: readonly string[]): string[] => entries.flatMap((entry) => valuesOf(entry, replace));
  const { columns, segments } = query;
  return {
    ...query,
    datasetId: replace(query.datasetId),
    ...(query.kind === 'metric' && { metric: replace(query.metric) }),
    ...(columns && {
      columns: { include: names(columns.include), ...(columns.exclude && { exclude: names(columns.exclude) }) },
    }),
    ...(segments && {
      segments: segments.map(({ tags }) => ({
        tags: tags.map(({ key, value }) => ({ key: replace(key), value: replace(value) })),
      })),
    }),
  };
}

/** The values of an entry that is one variable; any other entry is one text. */
function valuesOf(entry: string, replace: Replace): string[] {
  if (variableName(entry) === null) {
    return [replace(entry)];
  }
  let values: string[] | undefined;
  const text = replace(entry, (value) => {
    values = Array.isArray(value) ? value : [value];
    return values.join(',');
  });
  // Grafana does not format the custom value of "All"; then the text is the value.
  const chosen = (values ?? [text]).filter((value) => value !== '');
  // An empty list would mean all columns; the variable itself makes the back end say that it has no value.
  return chosen.length === 0 ? [entry] : chosen;
}
