import { ProfileError } from './profile-error.ts';
import { segmentTagPrefix } from './properties.ts';
import { compareCodePoints } from './text.ts';

/** What the JSON file beside an uploaded profile says of it (spec 6.2). What it does not say is null. */
export interface Sidecar {
  /** Id of a reference profile; the several files of a segmented reference share it. */
  readonly profileId: string | null;
  /** Name that people gave the reference. */
  readonly alias: string | null;
  readonly orgId: string | null;
  readonly datasetId: string | null;
  /** Epoch milliseconds; in the service it overrides the time in the profile. */
  readonly datasetTimestampMs: number | null;
  /** Without the prefix `whylogs.tag.`, sorted by key. */
  readonly segmentTags: ReadonlyMap<string, string>;
}

/**
 * Reads a sidecar. Fields of another type than expected count as absent: other writers may add their own.
 * @throws ProfileError `corrupt` when the text is not a JSON object.
 */
export function parseSidecar(object: string, text: string): Sidecar {
  const facts = asRecord(parseJson(object, text));
  if (facts === null) throw new ProfileError('corrupt', object, 'the sidecar is no JSON object', null);
  const { id, alias, orgId, datasetId, datasetTimestamp, tags } = facts;
  return {
    profileId: asText(id),
    alias: asText(alias),
    orgId: asText(orgId),
    datasetId: asText(datasetId),
    datasetTimestampMs:
      typeof datasetTimestamp === 'number' && Number.isSafeInteger(datasetTimestamp) ? datasetTimestamp : null,
    segmentTags: readTags(asRecord(tags)?.['tags']),
  };
}

function parseJson(object: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ProfileError('corrupt', object, 'the sidecar is no JSON', null, error);
  }
}

function readTags(tags: unknown): ReadonlyMap<string, string> {
  const entries = (Array.isArray(tags) ? tags : []).flatMap((tag): [string, string][] => {
    const { key, value } = asRecord(tag) ?? {};
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    return [[key.startsWith(segmentTagPrefix) ? key.slice(segmentTagPrefix.length) : key, value]];
  });
  return new Map(entries.sort(([left], [right]) => compareCodePoints(left, right)));
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  // An object that is no array: its values are checked one by one where they are used.
  return value as Readonly<Record<string, unknown>>;
}
