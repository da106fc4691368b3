import type { ProfilesQuery } from './model.ts';

/** Columns as a person types them: names, globs and groups between commas; `-name` leaves one out. */
export function columnsToText(columns: ProfilesQuery['columns']): string {
  return [...(columns?.include ?? []), ...(columns?.exclude ?? []).map((name) => `-${name}`)].join(', ');
}

/** The reverse of columnsToText; undefined, which means all columns, for a text without a name. */
export function textToColumns(text: string): ProfilesQuery['columns'] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && entry !== '-');
  const exclude = entries.filter((entry) => entry.startsWith('-')).map((entry) => entry.slice(1).trim());
  const include = entries.filter((entry) => !entry.startsWith('-'));
  if (entries.length === 0) {
    return undefined;
  }
  return { include: include.length === 0 ? ['*'] : include, ...(exclude.length > 0 && { exclude }) };
}
