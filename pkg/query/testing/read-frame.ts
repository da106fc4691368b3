import { tableFromIPC } from 'apache-arrow';
import type { EncodedFrame } from '../../grafana/frames.ts';

export interface ReadField {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  /** Times are epoch ms. */
  readonly values: readonly unknown[];
}

export interface ReadFrame {
  readonly type: EncodedFrame['type'];
  readonly name: string;
  readonly meta: ReadMeta;
  readonly fields: readonly ReadField[];
}

/** What the tests look at of a frame's meta. */
export interface ReadMeta {
  readonly type?: string;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly notices?: readonly { readonly severity: string; readonly text: string }[];
}

/** The caller says what the JSON holds: it is our own metadata, and the tests look at it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function jsonOf<T>(text: string | undefined): T {
  return JSON.parse(text ?? '{}') as T;
}

/** Reads a frame by Arrow's own library. */
export function readFrame({ bytes, type }: EncodedFrame): ReadFrame {
  const table = tableFromIPC(bytes);
  return {
    type,
    name: table.schema.metadata.get('name') ?? '',
    meta: jsonOf(table.schema.metadata.get('meta')),
    fields: table.schema.fields.map((field, i) => ({
      name: field.name,
      labels: jsonOf(field.metadata.get('labels')),
      config: jsonOf(field.metadata.get('config')),
      values: [...(table.getChildAt(i) ?? [])],
    })),
  };
}
