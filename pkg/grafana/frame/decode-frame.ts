import type { JsonValue } from '../json.ts';

/** A value of a decoded column: times are nanoseconds since 1970 as bigint, 64-bit integers bigint. */
export type Cell = bigint | JsonValue;

export interface DecodedField {
  readonly name: string;
  readonly type: 'time' | 'number' | 'integer' | 'boolean' | 'string' | 'json' | 'enum';
  /** Arrow's name of the type, for example `Timestamp<NANOSECOND>`. */
  readonly arrowType: string;
  readonly nullable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, JsonValue>>;
  readonly values: readonly Cell[];
}

/** A frame as plain columns. */
export interface DecodedFrame {
  readonly name: string;
  /** Empty when the frame has none. */
  readonly meta: Readonly<Record<string, JsonValue>>;
  readonly length: number;
  readonly fields: readonly DecodedField[];
}
