import { WireWriter } from '../wire-writer.ts';

/** `DatasetPropertiesV0`. */
export interface V0Properties {
  readonly sessionMs?: number;
  readonly dataMs?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A `DatasetProfileMessageV0`, without a length before it. */
export function buildV0(
  properties: V0Properties,
  columns: Readonly<Record<string, Uint8Array>> = {},
  model?: Uint8Array
): Uint8Array {
  const message = new WireWriter().message(1, buildProperties(properties));
  for (const [name, column] of Object.entries(columns)) {
    message.message(2, new WireWriter().text(1, name).message(2, column).finish());
  }
  if (model !== undefined) message.message(10, model);
  return message.finish();
}

export function delimited(...messages: readonly Uint8Array[]): Uint8Array {
  const writer = new WireWriter();
  for (const message of messages) writer.delimited(message);
  return writer.finish();
}

function buildProperties({ sessionMs, dataMs, tags = {}, metadata = {} }: V0Properties): Uint8Array {
  const writer = new WireWriter().uint(1, 1).uint(2, 2).text(3, 'session');
  if (sessionMs !== undefined) writer.uint(4, sessionMs);
  if (dataMs !== undefined) writer.uint(5, dataMs);
  for (const [key, value] of Object.entries(tags)) writer.message(6, entry(key, value));
  for (const [key, value] of Object.entries(metadata)) writer.message(7, entry(key, value));
  return writer.finish();
}

function entry(key: string, value: string): Uint8Array {
  return new WireWriter().text(1, key).text(2, value).finish();
}

/** Counters, as `ColumnMessageV0` has them under 2; absent values are left out. */
export function counters(count: number, trueCount?: number, nullCount?: number): Uint8Array {
  const writer = new WireWriter().uint(1, count);
  if (trueCount !== undefined) writer.message(2, new WireWriter().uint(1, trueCount).finish());
  if (nullCount !== undefined) writer.message(3, new WireWriter().uint(1, nullCount).finish());
  return writer.finish();
}

/** A schema, as `ColumnMessageV0` has it under 3: counts by `InferredType.Type`. */
export function schema(typeCounts: Readonly<Record<number, number>>): Uint8Array {
  const writer = new WireWriter();
  for (const [type, count] of Object.entries(typeCounts)) {
    writer.message(1, new WireWriter().uint(1, Number(type)).uint(2, count).finish());
  }
  return writer.finish();
}
