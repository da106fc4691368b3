import { type DataFrame, DataFrameType, type Field, getFieldDisplayName } from '@grafana/data';
import { categoriesFrame, contributionsFrame, histogramFrame } from '../../../pkg/contract/index.ts';
import { fieldNamed } from './columns.ts';
import { distinctNames, identityOf } from './identity.ts';
import { isRefusal, type Refusal } from './parse-bins.ts';
import { parseCategories } from './parse-categories.ts';
import { countFields, parseContributions, parseHistogram, parsePlainHistogram } from './parse-histogram.ts';
import type { BinContributions, ProfileModel } from './profile-model.ts';

/** A profile with the fields whose configuration (unit, decimals, colour) a person may have set. */
export interface ParsedProfile {
  readonly model: ProfileModel;
  /** The field of the values' axis; null for categories. */
  readonly valueField: Field | null;
  readonly targetField: Field | null;
}

/** The profiles of a response, and what could not be taken for one. */
export interface ParsedProfiles {
  readonly profiles: readonly ParsedProfile[];
  /** One sentence for each frame that looks like a profile and cannot be drawn. */
  readonly refusals: readonly string[];
}

/** meta.type as a text: ours are none of Grafana's. */
function typeOf(frame: DataFrame): string {
  return frame.meta?.type ?? '';
}

function isPlainHistogram(frame: DataFrame): boolean {
  const names = new Set(frame.fields.map(({ name }) => name));
  return frame.meta?.type === DataFrameType.Histogram || (names.has('xMin') && names.has('xMax'));
}

/** Contributions by the identity of the histogram that they belong to. */
function contributionsByKey(frames: readonly DataFrame[]): ReadonlyMap<string, BinContributions | Refusal> {
  const parsed = frames
    .filter((frame) => typeOf(frame) === contributionsFrame)
    .map((frame) => [identityOf(frame).key, parseContributions(frame)] as const);
  return new Map(parsed.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

/** What one frame, or one of its fields, gave. */
interface Attempt {
  readonly name: string;
  readonly result: ProfileModel | Refusal;
  readonly valueField: Field | null;
  readonly targetField: Field | null;
}

function attemptHistogram(frame: DataFrame, found: BinContributions | Refusal | null): readonly Attempt[] {
  const { name } = identityOf(frame);
  const fields = { valueField: fieldNamed(frame, 'xMin'), targetField: fieldNamed(frame, 'target') };
  if (found !== null && isRefusal(found)) {
    // The picture is shown without its strip, and why.
    return [
      { name, result: parseHistogram(frame, name, null), ...fields },
      { name: `The contributions of ${name}`, result: found, valueField: null, targetField: null },
    ];
  }
  return [{ name, result: parseHistogram(frame, name, found), ...fields }];
}

function attemptPlainHistogram(frame: DataFrame, frames: readonly DataFrame[]): readonly Attempt[] {
  return countFields(frame).map((field) => {
    const name = getFieldDisplayName(field, frame, [...frames]);
    const result = parsePlainHistogram(frame, field, name);
    return { name, result, valueField: fieldNamed(frame, 'xMin'), targetField: field };
  });
}

function attempt(
  frame: DataFrame,
  frames: readonly DataFrame[],
  contributions: ReadonlyMap<string, BinContributions | Refusal>
): readonly Attempt[] {
  const { key, name } = identityOf(frame);
  switch (typeOf(frame)) {
    case histogramFrame:
      return attemptHistogram(frame, contributions.get(key) ?? parseContributions(frame));
    case categoriesFrame: {
      const targetField = fieldNamed(frame, 'target');
      return [{ name, result: parseCategories(frame, name), valueField: null, targetField }];
    }
    case contributionsFrame:
      return [];
    default:
      return isPlainHistogram(frame) ? attemptPlainHistogram(frame, frames) : [];
  }
}

/**
 * Takes the frames of a response for profiles: histograms with their contributions, categories, and Grafana's own
 * histograms (each of their fields of counts is a profile of its own). Frames of other kinds are passed over.
 */
export function parseProfiles(frames: readonly DataFrame[]): ParsedProfiles {
  const contributions = contributionsByKey(frames);
  const attempts = frames.flatMap((frame) => attempt(frame, frames, contributions));
  const profiles = attempts.flatMap(({ result, valueField, targetField }) =>
    isRefusal(result) ? [] : [{ model: result, valueField, targetField }]
  );
  const names = distinctNames(profiles.map(({ model }) => model.name));
  return {
    profiles: profiles.map(({ model, ...fields }, i) => ({
      model: { ...model, name: names[i] ?? model.name },
      ...fields,
    })),
    refusals: attempts.flatMap(({ name, result }) =>
      isRefusal(result) ? [`${name} cannot be drawn: ${result.reason}.`] : []
    ),
  };
}
