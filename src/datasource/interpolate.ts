import { variableName } from '../../pkg/contract/index.ts';
import type { CommonQuery, ProfilesQuery, StoredTag } from './model.ts';

/**
 * Replaces the dashboard variables of a text.
 *
 * @param format told the value of each variable; returns what stands in its place
 */
export type Replace = (text: string, format?: (value: string | string[]) => string) => string;

/** Most segments of a query after its variables were replaced: far above what a person can look at. */
export const mostSegments = 10_000;

/** Keys that nobody types: Grafana's own, and the one that says what the others are. */
const notTyped: ReadonlySet<string> = new Set([
  'refId',
  'key',
  'hide',
  'datasource',
  'queryType',
  'kind',
  'schemaVersion',
]);

/**
 * A query with the values of the dashboard's variables in every text that a person types. A variable with several
 * values makes several entries of a list, and several segments where it is the value of a tag.
 *
 * @throws Error when the values make more than `mostSegments` segments
 */
export function interpolateQuery<Query extends ProfilesQuery>(query: Query, replace: Replace): Query {
  const entries = Object.entries(query).map(([key, value]: [string, unknown]) => [
    key,
    notTyped.has(key) || key === 'segments' ? value : replaceTexts(value, replace),
  ]);
  const { segments } = query;
  return {
    ...(Object.fromEntries(entries) as Query), // the same shape: texts and lists of texts were replaced
    ...(segments && { segments: interpolateSegments(segments, replace) }),
  };
}

/** Texts at any depth; in a list, a text that is one variable becomes all its values. */
export function replaceTexts(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string') {
    return replaceText(value, replace);
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) =>
      typeof entry === 'string' ? valuesOf(entry, replace) : [replaceTexts(entry, replace)]
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaceTexts(entry, replace)]));
  }
  return value;
}

/** One text. Several values stand between commas, so that the error about them reads well. */
function replaceText(text: string, replace: Replace): string {
  return replace(text, (value) => [value].flat().join(','));
}

/** The values of an entry that is one variable; any other entry is one text. */
function valuesOf(entry: string, replace: Replace): string[] {
  if (variableName(entry) === null) {
    return [replaceText(entry, replace)];
  }
  let values: string[] | undefined;
  const text = replace(entry, (value) => {
    values = [value].flat();
    return values.join(',');
  });
  // Grafana does not format the custom value of "All"; then the text is the value.
  const chosen = (values ?? [text]).filter((value) => value !== '');
  // An empty list would mean all columns; the variable itself makes the back end say that it has no value.
  return chosen.length === 0 ? [entry] : chosen;
}

type StoredSegments = NonNullable<CommonQuery['segments']>;

function interpolateSegments(segments: StoredSegments, replace: Replace): StoredSegments {
  const made: StoredSegments = [];
  for (const { tags } of segments) {
    made.push(...combinations(tags, replace, mostSegments - made.length));
  }
  return made;
}

/** One segment for each combination of the values of the tags. */
function combinations(tags: readonly StoredTag[], replace: Replace, most: number): StoredSegments {
  let made: StoredSegments = [{ tags: [] }];
  for (const tag of tags) {
    const key = replaceText(tag.key, replace);
    const values = valuesOf(tag.value, replace);
    if (made.length * values.length > most) {
      throw new Error(`the variables make more than ${mostSegments} segments; choose fewer values`);
    }
    made = made.flatMap((segment) => values.map((value) => ({ tags: [...segment.tags, { key, value }] })));
  }
  return made;
}
