import type { Granularity } from './granularity.ts';

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
