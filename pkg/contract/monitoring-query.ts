import { ContractError } from './error.ts';
import type { Granularity } from './granularity.ts';
import { granularities } from './granularity.ts';
import type { JsonReader } from './json-reader.ts';
import { isJsonObject } from './json-reader.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon } from './query-common.ts';

/**
 * Where the monitor document comes from: a text or an object in the query, else the data source's settings, else
 * `<dataset>/monitor.json` (or .yaml) in the store.
 */
export type DocumentChoice = { readonly kind: 'dataset' } | { readonly kind: 'inline'; readonly document: unknown };

/**
 * Where the readiness duration of a batch begins. WhyLabs' guide and the job's gate count from the batch's start, its
 * scheduler from the batch's end (spec/analyzers.md d, "contradiction to decide"). `guide` is the default here.
 */
export const readinessClocks = ['guide', 'scheduler'] as const;
export type ReadinessClock = (typeof readinessClocks)[number];

/** What queries of the engine have in common. Columns and segments narrow what the analyzer itself targets. */
export interface MonitoringQuery extends CommonQuery {
  readonly document: DocumentChoice;
  /** Null: the document's. */
  readonly ownGranularity: Granularity | null;
  /** Null: every segment that the analyzer targets. */
  readonly segmentFilter: CommonQuery['segments'] | null;
  readonly readinessClock: ReadinessClock;
  /** True: batches older than the backfill grace period are not judged, as in a scheduled run. */
  readonly backfillGrace: boolean;
}

function parseDocument(reader: JsonReader): DocumentChoice {
  const value = reader.optionalValue('monitor');
  if (value === undefined || value === '') {
    return { kind: 'dataset' };
  }
  if (typeof value !== 'string' && !isJsonObject(value)) {
    throw new ContractError('wrong-type', 'monitor', 'a monitor document is expected, as an object or as its text');
  }
  return { kind: 'inline', document: value };
}

/** @throws ContractError */
export function parseMonitoring(reader: JsonReader): MonitoringQuery {
  const common = parseCommon(reader);
  const hasSegments = (reader.objects('segments') ?? []).length > 0;
  return {
    ...common,
    document: parseDocument(reader),
    ownGranularity: reader.optionalOneOf('granularity', granularities) ?? null,
    segmentFilter: hasSegments ? common.segments : null,
    readinessClock: reader.optionalOneOf('readinessClock', readinessClocks) ?? 'guide',
    backfillGrace: reader.optionalBoolean('backfillGrace') ?? false,
  };
}
