import { makeSegment, overallSegment, type Segment } from '../../contract/index.ts';
import type { AnalyzerTarget } from './analyzer-parts.ts';
import type { DocumentReader } from './document-reader.ts';

/** The groups that match something. */
export const columnGroups = ['group:input', 'group:output', 'group:discrete', 'group:continuous'] as const;

/** A segment from its tags; a tag with neither key nor value is none. */
export function readTags(readers: readonly DocumentReader[]): Segment {
  const tags = readers.map((tag) => {
    const pair = [tag.text('key') ?? '', tag.text('value') ?? ''] as const;
    tag.noteUnknownKeys();
    return pair;
  });
  return makeSegment(tags.filter(([key, value]) => key !== '' || value !== ''));
}

/** A segment of `{tags: [{key, value}]}`. */
export function readSegment(reader: DocumentReader): Segment {
  const segment = readTags(reader.objects('tags') ?? []);
  reader.noteUnknownKeys();
  return segment;
}

function isUnknownGroup(entry: string): boolean {
  return entry.startsWith('group:') && !columnGroups.some((group) => group === entry);
}

/** Entries that can match nothing (groups that are none, weights that are no number), and those that match more here. */
function warnOfEntries(reader: DocumentReader, key: string, entries: readonly string[]): void {
  entries.forEach((entry, i) => {
    if (isUnknownGroup(entry)) {
      reader.add(
        'warning',
        [key, i],
        'unknown-value',
        `"${entry}" is no group and matches only a column of this very name. Remedy: ${columnGroups.join(', ')}`
      );
    } else if (entry.startsWith('weight>') && !Number.isFinite(weightBound(entry) ?? NaN)) {
      reader.add(
        'warning',
        [key, i],
        'unknown-value',
        `"${entry}" names no number and matches only a column of this very name. Remedy: write it like weight>0.24`
      );
    } else if (entry !== '*' && /[*?]/.test(entry)) {
      reader.add(
        'note',
        [key, i],
        'extension',
        `"${entry}" matches every column of this pattern; WhyLabs knew names, groups and "*" alone`
      );
    }
  });
}

/** The number of an entry `weight>0.24`, which columns of at least this weight match; null for any other entry. */
export function weightBound(entry: string): number | null {
  const text = /^weight>\s*(\S+)\s*$/.exec(entry)?.[1];
  return text === undefined || !Number.isFinite(Number(text)) ? null : Number(text);
}

/**
 * Reads a targetMatrix. Null where it is absent.
 *
 * @throws Refusal InvalidJson
 */
export function readTarget(reader: DocumentReader | null): AnalyzerTarget | null {
  if (reader === null) {
    return null;
  }
  const type = reader.oneOf('type', ['column', 'dataset']) ?? 'dataset';
  const segments = reader.objects('segments')?.map(readSegment) ?? [];
  const common = {
    segments: segments.length === 0 ? [overallSegment] : segments,
    excludeSegments: reader.objects('excludeSegments')?.map(readSegment) ?? [],
    profileId: reader.text('profileId'),
  };
  if (type === 'dataset') {
    if (reader.has('include')) {
      reader.add(
        'note',
        'include',
        'lenient',
        'a target of the whole dataset has no columns, so this is ignored. Remedy: remove it, or set type to "column"'
      );
    }
    reader.skip('exclude');
    reader.noteUnknownKeys();
    return { type, ...common };
  }
  const include = reader.texts('include') ?? [];
  const exclude = reader.texts('exclude') ?? [];
  reader.noteUnknownKeys();
  if (include.length === 0) {
    reader.add(
      'warning',
      'include',
      'never-runs',
      'no column is included, so nothing is analysed. Remedy: ["*"], or names'
    );
  }
  warnOfEntries(reader, 'include', include);
  warnOfEntries(reader, 'exclude', exclude);
  return { type, include, exclude, ...common };
}
