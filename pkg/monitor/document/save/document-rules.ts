import type { Problem } from '../problem.ts';
import { formatMonitorDocument } from '../format-monitor-document.ts';
import { childPath } from '../problem.ts';
import { numberAt, partAt, partsAt, type RawPart, textAt } from './raw-view.ts';

/** Rule 2 of spec/monitor-config.md section 9. */
export function addressRules(
  document: RawPart,
  address: { readonly orgId?: string | undefined; readonly datasetId?: string | undefined }
): readonly Problem[] {
  return (['orgId', 'datasetId'] as const).flatMap((key): readonly Problem[] => {
    const [written, wanted] = [textAt(document, key), address[key]];
    return wanted === undefined || written === null || written === wanted
      ? []
      : [
          {
            severity: 'error',
            path: childPath(document.path, key),
            code: 'contradiction',
            text: `the document is of ${key} "${written}" and is to be saved for "${wanted}". Remedy: "${wanted}"`,
          },
        ];
  });
}

function duplicates(parts: readonly RawPart[], key: string, of: string): readonly Problem[] {
  const first = new Map<string, string>();
  return parts.flatMap((part): readonly Problem[] => {
    const text = textAt(part, key);
    const path = text === null ? undefined : first.get(text);
    if (text !== null && path === undefined) {
      first.set(text, part.path);
    }
    return text === null || path === undefined
      ? []
      : [
          {
            severity: 'error',
            path: childPath(part.path, key),
            code: 'duplicate',
            text: `the ${key} "${text}" is taken by ${path}. Remedy: give this ${of} one of its own`,
          },
        ];
  });
}

/** Rule 10. */
export function duplicateRules(document: RawPart): readonly Problem[] {
  const monitors = partsAt(document, 'monitors');
  return [
    ...duplicates(partsAt(document, 'analyzers'), 'id', 'analyzer'),
    ...duplicates(monitors, 'id', 'monitor'),
    ...duplicates(monitors, 'displayName', 'monitor'),
  ];
}

function metadataText(part: RawPart | null): string | null {
  const metadata = partAt(part, 'metadata');
  return metadata === null ? null : formatMonitorDocument(metadata.object);
}

interface MetadataChange {
  readonly part: RawPart;
  readonly stored: RawPart | null;
  /** True for the document itself, where absent metadata mean the stored ones (section 8). */
  readonly mayBeAbsent: boolean;
}

function metadataRule({ part, stored, mayBeAbsent }: MetadataChange): readonly Problem[] {
  const [now, before] = [metadataText(part), metadataText(stored)];
  if (now === before || (now === null && mayBeAbsent)) {
    return [];
  }
  const version = (side: RawPart | null): number | null => numberAt(partAt(side, 'metadata'), 'version');
  const isOlder = (version(part) ?? Infinity) < (version(stored) ?? -Infinity);
  const what = isOlder
    ? 'are older than what is stored'
    : now === null
      ? 'were removed'
      : before === null
        ? 'were added'
        : 'were changed';
  return [
    {
      severity: 'error',
      path: childPath(part.path, 'metadata'),
      code: 'metadata',
      text: `the metadata ${what}; only saving changes them. Remedy: ${before === null ? 'remove them' : 'load the document again'}`,
    },
  ];
}

/** Rule 16, against the document as it is stored; null: there is none yet. */
export function metadataRules(document: RawPart, stored: RawPart | null): readonly Problem[] {
  const byId = (key: string) => new Map(partsAt(stored, key).map((part) => [textAt(part, 'id'), part]));
  return [
    ...metadataRule({ part: document, stored, mayBeAbsent: true }),
    ...['analyzers', 'monitors'].flatMap((key) => {
      const before = byId(key);
      return partsAt(document, key).flatMap((part) =>
        metadataRule({ part, stored: before.get(textAt(part, 'id')) ?? null, mayBeAbsent: false })
      );
    }),
  ];
}
