import type { JsonReader } from './json-reader.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon } from './query-common.ts';

/** One row a column, over the range. */
export interface ColumnsQuery extends CommonQuery {
  readonly kind: 'columns';
}

/** @throws ContractError */
export function parseColumnsQuery(reader: JsonReader): ColumnsQuery {
  return { kind: 'columns', ...parseCommon(reader) };
}
