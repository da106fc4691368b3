import { emptyColumnProfile, writeProfile } from '../../profile/index.ts';

/** What a test wants a profile to say; the rest is absent in the file. */
export interface ProfileSketch {
  readonly timestampMs?: number;
  readonly createdMs?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly columns?: readonly string[];
}

/** A v1 file whose columns count one row each. */
export function profileBytes({ timestampMs, createdMs, tags, metadata, columns = ['a'] }: ProfileSketch): Uint8Array {
  const counts = { n: 1, null: 0, nan: null, inf: null, true: null };
  return writeProfile(
    {
      datasetTimestampMs: timestampMs ?? null,
      creationTimestampMs: createdMs ?? null,
      segmentTags: new Map(Object.entries(tags ?? {})),
      metadata: new Map(Object.entries(metadata ?? {})),
    },
    new Map(columns.map((name) => [name, { ...emptyColumnProfile, counts }]))
  );
}
