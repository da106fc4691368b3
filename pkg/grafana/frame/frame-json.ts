import type { JsonObject } from '../json.ts';
import { at } from './element.ts';
import type { Cell, DecodedField, DecodedFrame } from './decode-frame.ts';

/** A frame in the form that Grafana sends to browsers (protocol section 3.7). */
export interface FrameJson {
  readonly schema: {
    readonly name?: string;
    readonly refId?: string;
    readonly meta?: JsonObject;
    readonly fields: readonly FieldJson[];
  };
  readonly data: {
    readonly values: readonly (readonly unknown[])[];
    /** Where a column holds what JSON has no number for. Left out when none does. */
    readonly entities?: readonly (Entities | null)[];
    /** The nanoseconds below the milliseconds of a time column. Left out when there are none. */
    readonly nanos?: readonly (readonly number[] | null)[];
  };
}

export interface FieldJson {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string' | 'boolean' | 'enum' | 'other';
  readonly typeInfo: { readonly frame: string; readonly nullable?: true };
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: JsonObject;
}

/** Row numbers of the values that are null in JSON. */
export interface Entities {
  readonly NaN?: readonly number[];
  readonly Inf?: readonly number[];
  readonly NegInf?: readonly number[];
}

const nsPerMs = 1_000_000n;

/** The JSON form of a frame. Integers beyond 2^53 are rounded, as every browser does with Grafana's own text. */
export function frameJson(frame: DecodedFrame, refId?: string): FrameJson {
  const entities = frame.fields.map(entitiesOf);
  const nanos = frame.fields.map(nanosOf);
  return {
    schema: {
      ...(frame.name !== '' && { name: frame.name }),
      ...(refId !== undefined && { refId }),
      ...(Object.keys(frame.meta).length > 0 && { meta: frame.meta }),
      fields: frame.fields.map(fieldJson),
    },
    data: {
      values: frame.fields.map((field) => field.values.map((cell) => jsonCell(cell, field))),
      ...(entities.some((each) => each !== null) && { entities }),
      ...(nanos.some((each) => each !== null) && { nanos }),
    },
  };
}

function fieldJson({ name, type, arrowType, nullable, labels, config }: DecodedField): FieldJson {
  return {
    name,
    type: type === 'integer' ? 'number' : type === 'json' ? 'other' : type,
    typeInfo: { frame: itemType(type, arrowType), ...(nullable && { nullable: true }) },
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(config).length > 0 && { config }),
  };
}

/** The name of Go's type, which is what the schema says. */
function itemType(type: DecodedField['type'], arrowType: string): string {
  switch (type) {
    case 'time':
      return 'time.Time';
    case 'boolean':
      return 'bool';
    case 'json':
      return 'json.RawMessage';
    case 'string':
    case 'enum':
      return type;
    default:
      return arrowType.toLowerCase();
  }
}

function jsonCell(cell: Cell, { type }: DecodedField): unknown {
  if (typeof cell === 'bigint') {
    return Number(type === 'time' ? floorMs(cell) : cell);
  }
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}

/** Whole milliseconds towards the past, so that the nanoseconds below them are never negative. */
function floorMs(ns: bigint): bigint {
  return (ns - (((ns % nsPerMs) + nsPerMs) % nsPerMs)) / nsPerMs;
}

function nanosOf({ type, values }: DecodedField): number[] | null {
  if (type !== 'time') {
    return null;
  }
  const nanos = values.map((cell) => (typeof cell === 'bigint' ? Number(cell - floorMs(cell) * nsPerMs) : 0));
  return nanos.some((ns) => ns !== 0) ? nanos : null;
}

function entitiesOf({ type, values }: DecodedField): Entities | null {
  if (type !== 'number') {
    return null;
  }
  const found: Record<'NaN' | 'Inf' | 'NegInf', number[]> = { NaN: [], Inf: [], NegInf: [] };
  for (let row = 0; row < values.length; row++) {
    const value = at(values, row);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      found[Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf'].push(row);
    }
  }
  const kinds = Object.entries(found).filter(([, rows]) => rows.length > 0);
  return kinds.length > 0 ? Object.fromEntries(kinds) : null;
}
