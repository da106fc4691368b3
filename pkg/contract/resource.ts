import type { AnalyzerType } from './analyzer.ts';
import { ContractError } from './error.ts';
import type { Granularity } from './granularity.ts';
import { granularities } from './granularity.ts';
import type { JsonObject } from './json-reader.ts';
import { JsonReader } from './json-reader.ts';

/** Answer of `GET datasets`. */
export interface DatasetsResource {
  readonly datasets: readonly DatasetResource[];
}

export interface DatasetResource {
  readonly id: string;
  /** Profiles in time, reference profiles left out. */
  readonly profiles: number;
  readonly columns: number;
  /** Epoch ms of the oldest and the newest dataset timestamp; null without profiles in time. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly references: readonly string[];
}

/** Answer of `GET datasets/ID/columns`. */
export interface ColumnsResource {
  readonly columns: readonly ColumnResource[];
}

export interface ColumnResource {
  readonly name: string;
  /** WhyLabs' inferred type in the newest profiles that hold the column. */
  readonly type: string;
  readonly isDiscrete: boolean | null;
}

/** Answer of `GET datasets/ID/segments`: keys and the values that occur, both sorted. */
export interface SegmentsResource {
  readonly keys: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** Answer of `GET datasets/ID/references`. */
export interface ReferencesResource {
  readonly references: readonly { readonly profileId: string; readonly profiles: number }[];
}

/** Answer of `GET metrics`. */
export interface MetricsResource {
  readonly metrics: readonly { readonly name: string; readonly needsBaseline: boolean; readonly unit: string }[];
  readonly granularities: readonly Granularity[];
}

/** Answer of `GET datasets/ID/monitoring`: what the dataset's monitor document has. */
export interface MonitoringResource {
  /** Null: there is no document. */
  readonly source: 'settings' | 'store' | null;
  /** Those that can run, disabled ones too. */
  readonly analyzers: readonly AnalyzerResource[];
  readonly monitors: readonly MonitorResource[];
  /** Errors and warnings of the document, each one line. */
  readonly problems: readonly string[];
}

export interface AnalyzerResource {
  readonly id: string;
  readonly displayName: string | null;
  readonly type: AnalyzerType;
  /** Null for one that looks at others. */
  readonly metric: string | null;
  readonly disabled: boolean;
}

export interface MonitorResource {
  readonly id: string;
  readonly displayName: string | null;
  readonly mode: 'EVERY_ANOMALY' | 'DIGEST';
  readonly severity: number;
  readonly disabled: boolean;
}

/** What is to be said of a place in a document. */
export interface ProblemResource {
  /** `error`: a part cannot run or could not be saved at WhyLabs; `warning`: it runs otherwise than was meant. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Such as `analyzers[3].config.baseline`; empty for the whole. */
  readonly path: string;
  readonly text: string;
}

/** Answer of `POST monitor-document/check`. */
export interface DocumentCheckResource {
  /** False: nothing of the document can be evaluated. */
  readonly isUsable: boolean;
  /** Analyzers that run and those that cannot, and monitors. */
  readonly analyzers: number;
  readonly dropped: number;
  readonly monitors: number;
  readonly problems: readonly ProblemResource[];
}

/** Answer of `POST analyzer/check`. */
export interface AnalyzerCheckResource {
  readonly problems: readonly ProblemResource[];
}

/** Body of `POST monitor-document/check`: the document as text, JSON or YAML, or as an object. @throws ContractError */
export function parseDocumentCheck(body: unknown): string | JsonObject {
  const reader = new JsonReader(body);
  const value = reader.optionalValue('text');
  return typeof value === 'string' ? value : (reader.optionalObject('text')?.object ?? '');
}

/** Body of `POST analyzer/check`: an analyzer as a query brings it, and the size of its batches. */
export interface AnalyzerCheck {
  readonly analyzer: JsonObject;
  /** Whose monitor document's metrics it may name; empty: none. */
  readonly datasetId: string;
  readonly granularity: Granularity | null;
}

/** @throws ContractError */
export function parseAnalyzerCheck(body: unknown): AnalyzerCheck {
  const reader = new JsonReader(body);
  const analyzer = reader.optionalObject('analyzer');
  if (analyzer === undefined) {
    throw new ContractError('missing', 'analyzer', 'is missing');
  }
  return {
    analyzer: analyzer.object,
    datasetId: reader.optionalString('datasetId') ?? '',
    granularity: reader.optionalOneOf('granularity', granularities) ?? null,
  };
}
