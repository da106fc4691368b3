import type { FrequentItems, HllSketch, KllSketch } from '../sketch/index.ts';

/** A value of JSON, as a protobuf Struct holds it. Numbers are doubles there. */
export type StructValue =
  null | boolean | number | string | readonly StructValue[] | { readonly [key: string]: StructValue };

/** One component of a custom metric. `typeId` is the writer's registry number; its own begin at 100 (spec 1.3). */
export type OtherComponent =
  | { readonly kind: 'integer'; readonly typeId: number; readonly value: bigint }
  | { readonly kind: 'double'; readonly typeId: number; readonly value: number }
  | { readonly kind: 'kll'; readonly typeId: number; readonly value: KllSketch }
  | { readonly kind: 'hll'; readonly typeId: number; readonly value: HllSketch }
  | { readonly kind: 'frequent-items'; readonly typeId: number; readonly value: FrequentItems }
  | { readonly kind: 'struct'; readonly typeId: number; readonly value: StructValue }
  /**
   * Serialized by a custom metric, a CPC sketch, or any message: only its writer can read it.
   * `field` is the field of `MetricComponentMessage` that it stands in; 0 when the message holds no value at all.
   */
  | { readonly kind: 'bytes'; readonly typeId: number; readonly field: number; readonly value: Uint8Array }
  /** Differing values of several files, which only the custom metric's own code could merge. */
  | { readonly kind: 'unmerged'; readonly typeId: number };
