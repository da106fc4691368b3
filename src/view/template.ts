import { dateTimeFormat, type ScopedVars, type TimeRange } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';

export type VariableValues = Readonly<Record<string, string | readonly string[]>>;

const reference = /\$(\w+)|\$\{(\w+)(?::([^}]*))?\}|\[\[(\w+)\]\]/g;

/** Stands for Grafana's engine of variables: values by name, and the formats csv, raw and date. */
export class Template implements TemplateSrv {
  #values: VariableValues = {};

  set(values: VariableValues, range: TimeRange): void {
    this.#values = values;
    this.updateTimeRange(range);
  }

  updateTimeRange({ from, to }: TimeRange): void {
    this.#values = { ...this.#values, __from: String(from.valueOf()), __to: String(to.valueOf()) };
  }

  getVariables = () => [];

  containsTemplate(text = ''): boolean {
    return [...text.matchAll(reference)].some(([, a, b, , c]) => (a ?? b ?? c ?? '') in this.#values);
  }

  replace(text = '', scoped: ScopedVars = {}, format?: unknown): string {
    return text.replace(reference, (whole, a?: string, b?: string, own?: string, c?: string) => {
      const name = a ?? b ?? c ?? '';
      // A scoped value is anything that a plugin put there; texts and lists of texts are what can be written.
      const value = (scoped[name]?.value as string | string[] | undefined) ?? this.#values[name];
      return value === undefined ? whole : formatted(value, own ?? format);
    });
  }
}

function formatted(value: string | readonly string[], format: unknown): string {
  if (typeof format === 'function') {
    // Grafana's own signature of a format that a data source gives.
    return (format as (value: string | readonly string[]) => string)(value);
  }
  const [first = '', ...others] = [value].flat();
  const [kind, ...rest] = typeof format === 'string' ? format.split(':') : [];
  if (kind === 'date') {
    return formatTime(Number(first), rest.join(':'));
  }
  return others.length === 0 ? first : kind === undefined ? `{${[first, ...others].join(',')}}` : [value].join(',');
}

/** A time in UTC; an empty format and `iso` are the whole of it. */
export function formatTime(ms: number, format: string): string {
  const isWhole = format === '' || format === 'iso';
  return isWhole ? new Date(ms).toISOString() : dateTimeFormat(ms, { format, timeZone: 'utc' });
}
