import type { ScalarValue } from '../../analyzer/index.ts';
import type { AnalyzerMetric } from '../../contract/index.ts';
import type { ColumnProfile, MetricName } from '../../profile/index.ts';
import { addColumns, columnMetric, isDiscreteWindow } from '../../profile/index.ts';
import type { FrequentItems, KllSketch } from '../../sketch/index.ts';
import type { BatchColumn } from '../../timeline/index.ts';
import type { AnalysisSegment } from './analysis-plan.ts';
import type { BatchSource } from './batch-source.ts';
import { membersOf } from './batch-source.ts';
import { columnValue, discretenessParts, hasMetric, partsOf } from './column-value.ts';
import type { BatchKey, BatchState, Readings } from './readings.ts';

const absent: BatchColumn = { kind: 'absent' };

/** Readings of one column of one segment. */
export class ColumnReadings implements Readings {
  readonly #metric: AnalyzerMetric;
  readonly #batches: ReadonlyMap<BatchKey, BatchColumn>;
  /** A batch is in many windows; sorting its sketch for a quantile is the dear part. */
  readonly #values = new Map<BatchKey, ScalarValue | null>();

  constructor(metric: AnalyzerMetric, batches: ReadonlyMap<BatchKey, BatchColumn>) {
    this.#metric = metric;
    this.#batches = batches;
  }

  state(key: BatchKey): BatchState {
    const batch = this.#batches.get(key) ?? absent;
    return batch.kind === 'column' ? { kind: 'present' } : batch;
  }

  value(keys: readonly BatchKey[]): ScalarValue | null {
    const present = keys.filter((key) => this.state(key).kind === 'present');
    const [only, ...others] = present;
    if (only === undefined) {
      return null;
    }
    return others.length === 0 ? this.#valueOf(only) : columnValue(this.#metric, addColumns(this.#columns(present)));
  }

  hasMetric(key: BatchKey): boolean {
    return this.#columns([key]).some((column) =>
      this.#metric.value === 'float' ? this.#valueOf(key) !== null : hasMetric(this.#metric, column)
    );
  }

  klls(keys: readonly BatchKey[]): readonly KllSketch[] {
    return this.#columns(keys).flatMap(({ distribution }) => distribution?.kll ?? []);
  }

  items(keys: readonly BatchKey[]): readonly FrequentItems[] {
    return this.#columns(keys).flatMap(({ frequentItems }) => frequentItems ?? []);
  }

  names(): null {
    return null;
  }

  count(keys: readonly BatchKey[]): number | null {
    const counts = this.#columns(keys).flatMap((column) => columnMetric(column, 'count') ?? []);
    return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count);
  }

  isDiscrete(keys: readonly BatchKey[]): boolean | null {
    const columns = this.#columns(keys);
    return columns.length === 0 ? null : isDiscreteWindow(columns);
  }

  #valueOf(key: BatchKey): ScalarValue | null {
    let value = this.#values.get(key);
    if (value === undefined) {
      const [column] = this.#columns([key]);
      value = column === undefined ? null : columnValue(this.#metric, column);
      this.#values.set(key, value);
    }
    return value;
  }

  #columns(keys: readonly BatchKey[]): readonly ColumnProfile[] {
    return keys.flatMap((key) => {
      const batch = this.#batches.get(key);
      return batch?.kind === 'column' ? [batch.column] : [];
    });
  }
}

/** The parts of a profile that an analysis of a column reads; the rows are in every result. */
export function partsToRead(metric: AnalyzerMetric, decidesGroups: boolean): readonly MetricName[] {
  const parts: readonly MetricName[] = ['counts', ...partsOf(metric), ...(decidesGroups ? discretenessParts : [])];
  return [...new Set(parts)];
}

/** Reads the batches of one column. @throws what the source throws */
export async function readColumn(
  source: BatchSource,
  segment: AnalysisSegment,
  {
    column,
    metric,
    parts,
  }: { readonly column: string; readonly metric: AnalyzerMetric; readonly parts: readonly MetricName[] },
  keys: Iterable<BatchKey>
): Promise<ColumnReadings> {
  const batches = new Map<BatchKey, BatchColumn>();
  for (const key of keys) {
    batches.set(key, await source.column(membersOf(segment, key), column, parts));
  }
  return new ColumnReadings(metric, batches);
}
