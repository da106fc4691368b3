import type { AdHocVariableFilter } from '@grafana/data';
import { anyValue } from '../../pkg/contract/index.ts';
import type { ProfilesQuery, StoredTag } from './model.ts';

/**
 * The query of the segments that pass the dashboard's filters: each filter `key = value` is a tag that every segment
 * must have. A segment that asks for another value of the key is left out.
 *
 * @throws Error in words for another operator, and where no segment is left
 */
export function withFilters<Query extends ProfilesQuery>(query: Query, filters: readonly AdHocVariableFilter[]): Query {
  const tags = filters.filter(({ key }) => key !== '').map(tagOf);
  if (tags.length === 0) {
    return query;
  }
  const wanted = query.segments === undefined || query.segments.length === 0 ? [{ tags: [] }] : query.segments;
  const segments = wanted.flatMap((segment) => {
    const narrowed = narrow(segment.tags, tags);
    return narrowed === null ? [] : [{ ...segment, tags: narrowed }];
  });
  if (segments.length === 0) {
    const texts = tags.map(({ key, value }) => `${key} = ${value}`).join(' and ');
    throw new Error(`no segment of this query passes the filter ${texts}; change the filter or the query's segments`);
  }
  return { ...query, segments };
}

function tagOf({ key, operator, value }: AdHocVariableFilter): StoredTag {
  if (operator !== '=') {
    throw new Error(
      `the filter ${key} ${operator} ${value} cannot be applied: profiles are chosen by whole segments, so a filter is key = value`
    );
  }
  return { key, value };
}

/** Null when a tag asks for another value than a filter. */
function narrow(tags: readonly StoredTag[], filters: readonly StoredTag[]): StoredTag[] | null {
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  for (const { key, value } of filters) {
    const before = values.get(key) ?? anyValue;
    if (before !== anyValue && before !== value && value !== anyValue) {
      return null;
    }
    values.set(key, before === anyValue ? value : before);
  }
  return [...values].map(([key, value]) => ({ key, value }));
}
