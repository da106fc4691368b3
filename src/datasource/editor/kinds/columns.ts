import type { ColumnsQuery } from '../../model.ts';
import { defineKind, ofBatches } from '../kind.tsx';

export const columnsKind = defineKind<ColumnsQuery>({
  kind: 'columns',
  label: 'Columns',
  description: 'A table with one row for each column',
  notForAlerts: 'A columns query gives a table',
  empty: ofBatches,
  begin: (common) => ({ ...common, kind: 'columns', queryType: 'columns' }),
  Fields: null,
});
