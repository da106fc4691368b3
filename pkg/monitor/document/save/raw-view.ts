import { isJsonObject, type JsonObject } from '../../../contract/index.ts';
import { childPath } from '../problem.ts';

/** What rules look at: places of a document as it was written, of which any may be absent or of the wrong type. */
export interface RawPart {
  readonly path: string;
  readonly object: JsonObject;
}

/** The text under a key; null where there is none. */
export function textAt(part: RawPart | null, key: string): string | null {
  const value = valueAt(part, key);
  return typeof value === 'string' ? value : null;
}

/** The number under a key; null where there is none. */
export function numberAt(part: RawPart | null, key: string): number | null {
  const value = valueAt(part, key);
  return typeof value === 'number' ? value : null;
}

/** What stands under a key; undefined where nothing does. */
export function valueAt(part: RawPart | null, key: string): unknown {
  return part !== null && Object.hasOwn(part.object, key) ? part.object[key] : undefined;
}

/** True when the key is there and not null. */
export function has(part: RawPart | null, key: string): boolean {
  return (valueAt(part, key) ?? null) !== null;
}

/** The object under a key; null where there is none. */
export function partAt(part: RawPart | null, key: string): RawPart | null {
  const value = valueAt(part, key);
  return part !== null && isJsonObject(value) ? { path: childPath(part.path, key), object: value } : null;
}

/** The objects of a list, with their places; entries that are none are left to the schema. */
export function partsAt(part: RawPart | null, key: string): readonly RawPart[] {
  const value = valueAt(part, key);
  if (part === null || !Array.isArray(value)) {
    return [];
  }
  return value.flatMap((entry: unknown, i) =>
    isJsonObject(entry) ? [{ path: `${childPath(part.path, key)}[${i}]`, object: entry }] : []
  );
}

/** The texts of a list; a plain text is a list of one. */
export function textsAt(part: RawPart | null, key: string): readonly string[] {
  const value = valueAt(part, key);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.filter((entry) => typeof entry === 'string');
}

/** An analyzer as rules look at it. */
export interface RawAnalyzer extends RawPart {
  readonly id: string | null;
  readonly config: RawPart | null;
  readonly type: string | null;
  readonly metric: string | null;
  readonly target: RawPart | null;
}

/** The analyzers as they are written, those that cannot run too. */
export function rawAnalyzers(document: RawPart): readonly RawAnalyzer[] {
  return partsAt(document, 'analyzers').map((part) => {
    const config = partAt(part, 'config');
    return {
      ...part,
      id: textAt(part, 'id'),
      config,
      type: textAt(config, 'type'),
      metric: textAt(config, 'metric'),
      target: partAt(part, 'targetMatrix'),
    };
  });
}

/** True for a conjunction or a disjunction. */
export function isComposite({ type }: RawAnalyzer): boolean {
  return type === 'conjunction' || type === 'disjunction';
}
