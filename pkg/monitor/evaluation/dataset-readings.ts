import type { ScalarValue } from '../../analyzer/index.ts';
import type { AnalyzerMetric } from '../../contract/index.ts';
import { mergePerformance } from '../../profile/index.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import type { BatchSource } from './batch-source.ts';
import { membersOf } from './batch-source.ts';
import type { ColumnCount, DatasetEvidence } from './dataset-value.ts';
import { countOf, datasetValue, greatestCount, needsCounts } from './dataset-value.ts';
import type { BatchKey, BatchState, Readings } from './readings.ts';

type DatasetBatch =
  { readonly kind: 'evidence'; readonly evidence: DatasetEvidence } | Exclude<BatchState, { readonly kind: 'present' }>;

/** The same columns of several batches as one: their rows add. */
function addCounts(batches: readonly DatasetEvidence[]): readonly ColumnCount[] {
  const byColumn = new Map<string, ColumnCount>();
  for (const count of batches.flatMap(({ counts }) => counts)) {
    const known = byColumn.get(count.column);
    byColumn.set(count.column, { ...count, count: count.count + (known?.count ?? 0) });
  }
  return [...byColumn.values()];
}

function addEvidence(batches: readonly DatasetEvidence[]): DatasetEvidence | null {
  const [first, ...others] = batches;
  if (first === undefined || others.length === 0) {
    return first ?? null;
  }
  return {
    profiles: batches.reduce((sum, { profiles }) => sum + profiles, 0),
    columnNames: [...new Set(batches.flatMap(({ columnNames }) => columnNames))].sort((a, b) => (a < b ? -1 : 1)),
    performance: mergePerformance(batches.flatMap(({ performance }) => performance ?? [])),
    counts: addCounts(batches),
  };
}

/** Readings of a whole dataset in one segment. */
export class DatasetReadings implements Readings {
  readonly #metric: AnalyzerMetric;
  readonly #batches: ReadonlyMap<BatchKey, DatasetBatch>;

  constructor(metric: AnalyzerMetric, batches: ReadonlyMap<BatchKey, DatasetBatch>) {
    this.#metric = metric;
    this.#batches = batches;
  }

  state(key: BatchKey): BatchState {
    const batch = this.#batches.get(key) ?? { kind: 'absent' };
    return batch.kind === 'evidence' ? { kind: 'present' } : batch;
  }

  value(keys: readonly BatchKey[]): ScalarValue | null {
    const evidence = addEvidence(this.#evidence(keys));
    return evidence === null ? null : datasetValue(this.#metric, evidence);
  }

  hasMetric(key: BatchKey): boolean {
    return this.#metric.value === 'names' ? this.names([key]) !== null : this.value([key]) !== null;
  }

  klls(): readonly [] {
    return [];
  }

  items(): readonly [] {
    return [];
  }

  names(keys: readonly BatchKey[]): readonly string[] | null {
    return addEvidence(this.#evidence(keys))?.columnNames ?? null;
  }

  count(keys: readonly BatchKey[]): number | null {
    return greatestCount(addEvidence(this.#evidence(keys))?.counts ?? []);
  }

  isDiscrete(): null {
    return null;
  }

  #evidence(keys: readonly BatchKey[]): readonly DatasetEvidence[] {
    return keys.flatMap((key) => {
      const batch = this.#batches.get(key);
      return batch?.kind === 'evidence' ? [batch.evidence] : [];
    });
  }
}

interface DatasetSubject {
  readonly metric: AnalyzerMetric;
  /** Columns that are outputs. */
  readonly outputs: ReadonlySet<string>;
}

async function readBatch(
  source: BatchSource,
  members: readonly number[],
  subject: DatasetSubject
): Promise<DatasetBatch> {
  const found = await source.facts(members);
  if (found.kind !== 'facts') {
    return found;
  }
  const counts: ColumnCount[] = [];
  for (const column of needsCounts(subject.metric) ? found.facts.columnNames : []) {
    const batch = await source.column(members, column, ['counts']);
    if (batch.kind === 'failed') {
      return batch;
    }
    const count = batch.kind === 'column' ? countOf(batch.column) : null;
    if (count !== null) {
      counts.push({ column, isOutput: subject.outputs.has(column), count });
    }
  }
  return { kind: 'evidence', evidence: { ...found.facts, counts } };
}

/** Reads the batches of the dataset. @throws what the source throws */
export async function readDataset(
  source: BatchSource,
  segment: AnalysisSegment,
  subject: DatasetSubject,
  keys: Iterable<BatchKey>
): Promise<DatasetReadings> {
  const batches = new Map<BatchKey, DatasetBatch>();
  for (const key of keys) {
    batches.set(key, await readBatch(source, membersOf(segment, key), subject));
  }
  return new DatasetReadings(subject.metric, batches);
}
