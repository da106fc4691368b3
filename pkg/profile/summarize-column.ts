import type { ColumnProfile } from './column-profile.ts';

/** What whylogs' summary dictionary holds under one key; integers beyond 2^53 are bigint. */
export type SummaryValue =
  null | number | bigint | string | boolean | readonly SummaryValue[] | { readonly [key: string]: SummaryValue };

/** whylogs' summary dictionary of a column, keys such as `distribution/q_25`. */
export function summarizeColumn(_column: ColumnProfile): Readonly<Record<string, SummaryValue>> {
  return {};
}
