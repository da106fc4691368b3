/** The integer arrays that become Arrow's integer types of the same width and sign. */
export type IntegerArray =
  Int8Array | Int16Array | Int32Array | BigInt64Array | Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

interface Shape {
  /** Number of rows. */
  readonly length: number;
  /** Arrow's validity bitmap (least significant bit first, 1 = present), or null when no row is absent. */
  readonly validity: Uint8Array | null;
  readonly nullCount: number;
}

/** Instants, none absent, in nanoseconds since 1970-01-01 UTC: the only time column that a typed series accepts. */
export interface TimeColumn extends Shape {
  readonly kind: 'time';
  readonly values: BigInt64Array;
  readonly validity: null;
}

/** Instants of which some may be absent: for tables and the ends of annotations. */
export interface NullableTimeColumn extends Shape {
  readonly kind: 'time';
  readonly values: BigInt64Array;
}

export interface NumberColumn extends Shape {
  readonly kind: 'number';
  readonly values: Float64Array;
}

export interface IntegerColumn extends Shape {
  readonly kind: 'integer';
  readonly values: IntegerArray;
}

export interface BooleanColumn extends Shape {
  readonly kind: 'boolean';
  /** A bitmap like the validity. */
  readonly values: Uint8Array;
}

export interface StringColumn extends Shape {
  readonly kind: 'string';
  /** UTF-8 of all rows, one after another. */
  readonly values: Uint8Array;
  /** Row i is `values` from offsets[i] to offsets[i + 1]. */
  readonly offsets: Int32Array;
}

/** One JSON text a row. */
export interface JsonColumn extends Shape {
  readonly kind: 'json';
  readonly values: Uint8Array;
  readonly offsets: Int32Array;
}

/** Indices into a list of texts, which travels in the field's config. */
export interface EnumColumn extends Shape {
  readonly kind: 'enum';
  readonly values: Uint16Array;
  readonly texts: readonly string[];
}

/** What a series or a number may consist of. */
export type ValueColumn = NumberColumn | IntegerColumn | BooleanColumn;

export type Column = ValueColumn | TimeColumn | NullableTimeColumn | StringColumn | JsonColumn | EnumColumn;
