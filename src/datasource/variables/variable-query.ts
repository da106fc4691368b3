import type { DataQuery } from '@grafana/schema';

/** What a dashboard variable can list. */
export const variableLists = ['datasets', 'columns', 'segmentKeys', 'segmentValues', 'references'] as const;
export type VariableList = (typeof variableLists)[number];

/** A variable's query as a dashboard stores it. */
export interface VariableQuery extends DataQuery {
  list: VariableList;
  /** Empty: the store's only dataset. */
  datasetId: string;
  /** Of segmentValues: the key. */
  segmentKey?: string;
  /** Of columns: an entry of a column selection, such as `group:continuous` or `prompt.*`; absent means all. */
  only?: string;
}

export const defaultVariableQuery = { refId: 'DriftglassVariable', list: 'columns', datasetId: '' } as const;

/** A stored query in the form of today; a text, as provisioned dashboards may hold, is the name of a list. */
export function completeVariableQuery(stored: unknown): VariableQuery {
  if (typeof stored === 'string') {
    return { ...defaultVariableQuery, list: variableLists.find((list) => list === stored.trim()) ?? 'columns' };
  }
  // Grafana hands over null before anything was chosen, else what this editor stored.
  return { ...defaultVariableQuery, ...(stored as Partial<VariableQuery> | null) };
}

/** The line that Grafana's list of variables shows. */
export function variableText({ list, datasetId, segmentKey = '', only = '' }: VariableQuery): string {
  const dataset = datasetId === '' ? 'the only dataset' : datasetId;
  switch (list) {
    case 'datasets':
      return 'datasets';
    case 'columns':
      return only === '' ? `columns of ${dataset}` : `columns ${only} of ${dataset}`;
    case 'segmentKeys':
      return `segment keys of ${dataset}`;
    case 'segmentValues':
      return `values of ${segmentKey === '' ? 'a segment key' : segmentKey} in ${dataset}`;
    case 'references':
      return `reference profiles of ${dataset}`;
  }
}
