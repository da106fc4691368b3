import type { DataFrame } from '@grafana/data';

/** What a frame is, in words for the person who looks for the reason of an empty panel. */
export interface FrameDescription {
  name: string;
  type: string;
  rows: number;
  fields: string[];
}

/** Describes a frame by what it says of itself; nothing is derived from its values. */
export function describeFrame(frame: DataFrame): FrameDescription {
  return {
    name: frame.name ?? frame.refId ?? 'unnamed',
    type: frame.meta?.type ?? 'no type',
    rows: frame.length,
    fields: frame.fields.map(({ name, type }) => `${name} (${type})`),
  };
}
