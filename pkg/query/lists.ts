import type {
  ColumnResource,
  ColumnsResource,
  DatasetsResource,
  MetricsResource,
  ReferencesResource,
  SegmentsResource,
} from '../contract/index.ts';
import { columnMetrics, distanceMetrics, granularities, parseMetric } from '../contract/index.ts';
import { inferredType, isDiscrete } from '../profile/index.ts';
import type { CatalogEntry } from '../store/index.ts';
import type { DatasetIndex } from '../timeline/index.ts';
import { extent } from './extent.ts';
import { metricUnit } from './metric-value.ts';
import type { Session } from './session.ts';
import { discretenessMetrics } from './unit-context.ts';

function compareTimes(a: CatalogEntry, b: CatalogEntry): number {
  if (a.timestampMs !== b.timestampMs) {
    return a.timestampMs - b.timestampMs;
  }
  return a.object.key === b.object.key ? a.index - b.index : a.object.key < b.object.key ? -1 : 1;
}

/** The newest entry that has each column; of a reference only where nothing in time has it. */
function newestWithColumn(dataset: DatasetIndex): ReadonlyMap<string, CatalogEntry> {
  const newest = new Map<string, CatalogEntry>();
  // Profiles of one schema share their list of names: one look at each list is enough.
  const seen = new Set<readonly string[]>();
  const references = [...dataset.references.values()].flat();
  for (const entry of [...references, ...[...dataset.entries].sort(compareTimes)].reverse()) {
    if (!seen.has(entry.columnNames)) {
      seen.add(entry.columnNames);
      for (const name of entry.columnNames) {
        if (!newest.has(name)) {
          newest.set(name, entry);
        }
      }
    }
  }
  return newest;
}

/** `GET datasets` @throws StoreError */
export async function listDatasets(session: Session): Promise<DatasetsResource> {
  const index = await session.index();
  return {
    datasets: index.datasets.map((dataset) => ({
      id: dataset.datasetId,
      profiles: dataset.entries.length,
      columns: newestWithColumn(dataset).size,
      ...extent(dataset.entries),
      references: [...dataset.references.keys()].sort(),
    })),
  };
}

/** `GET datasets/ID/columns`: types as the newest profile with the column has them. @throws StoreError */
export async function listColumns(session: Session, datasetId: string): Promise<ColumnsResource> {
  const dataset = (await session.index()).dataset(datasetId);
  const columns: ColumnResource[] = [];
  for (const [name, entry] of [...newestWithColumn(dataset)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const batch = await session.reader.column([entry], name, discretenessMetrics);
    columns.push(
      batch.kind === 'column'
        ? { name, type: inferredType(batch.column).type, isDiscrete: isDiscrete(batch.column) }
        : { name, type: 'UNKNOWN', isDiscrete: null }
    );
  }
  return { columns };
}

/** `GET datasets/ID/segments` @throws StoreError */
export async function listSegments(session: Session, datasetId: string): Promise<SegmentsResource> {
  const dataset = (await session.index()).dataset(datasetId);
  const values = new Map<string, Set<string>>();
  for (const { tags } of dataset.entries) {
    for (const [key, value] of tags) {
      const known = values.get(key) ?? new Set();
      values.set(key, known.add(value));
    }
  }
  return {
    keys: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, found]) => ({ key, values: [...found].sort() })),
  };
}

/** `GET datasets/ID/references` @throws StoreError */
export async function listReferences(session: Session, datasetId: string): Promise<ReferencesResource> {
  const dataset = (await session.index()).dataset(datasetId);
  return {
    references: [...dataset.references]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([profileId, entries]) => ({ profileId, profiles: entries.length })),
  };
}

/** `GET metrics`: the same for every store. */
export function listMetrics(): MetricsResource {
  const names: readonly string[] = [...columnMetrics, ...distanceMetrics];
  return {
    metrics: names.map((name) => {
      const metric = parseMetric(name);
      return { name, needsBaseline: metric.kind === 'distance', unit: metricUnit(metric) ?? 'none' };
    }),
    granularities,
  };
}
