import { YAMLParseError, parse as parseYaml } from 'yaml';
import { isJsonObject, type JsonObject } from '../../contract/index.ts';
import { foundText } from './document-reader.ts';
import { Refusal } from './refusal.ts';

/**
 * Longest text of a document, in characters: 16 Mi. A thousand analyzers with a schema of ten thousand columns take
 * about 3 Mi; more is probably not a document, and parsing takes several times its size in memory.
 */
export const maxDocumentCharacters = 16 * 1024 * 1024;

/** How often a YAML document may repeat an anchor: 100. Anchors of anchors can make gigabytes of a few lines. */
export const maxYamlAliases = 100;

/**
 * How deep a document may be nested: 100 levels. Its own deepest place is at 9; what walks through it is recursive and
 * would exhaust the stack at some thousands.
 */
export const maxDocumentDepth = 100;

/** True when some value lies below more than `maxDepth` objects and lists. */
function isDeeper(value: unknown, maxDepth: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) {
      return true;
    }
    level = level.flatMap((entry): readonly unknown[] =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : []
    );
  }
  return false;
}

/** @throws Refusal unreadable for a value that is nested too deeply */
export function refuseDepth(value: unknown): void {
  if (isDeeper(value, maxDocumentDepth)) {
    throw unreadable(`the document is nested more than ${maxDocumentDepth} levels deep. Remedy: correct its brackets`);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

function unreadable(text: string): Refusal {
  return new Refusal('', 'unreadable', 'InvalidJson', text);
}

/** True for a text that is meant as JSON: a JSON document begins with a brace. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** @throws Refusal unreadable */
export function parseYamlText(text: string): unknown {
  try {
    return parseYaml(text, { maxAliasCount: maxYamlAliases, stringKeys: true }) as unknown;
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) {
      throw unreadable(`the document is no YAML: ${textOf(error).replace(/:$/, '')}. Remedy: correct it there`);
    }
    throw error;
  }
}

/** @throws Refusal unreadable */
function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw unreadable(`the document is no JSON: ${textOf(error)}. Remedy: correct it there`);
  }
}

function parseText(text: string): unknown {
  // JSON's messages name the place better than those of YAML, its superset.
  return looksLikeJson(text) ? parseJsonText(text) : parseYamlText(text);
}

/** A document's object, and the path at which it stands. */
export interface SourceObject {
  readonly object: JsonObject;
  /** Empty, or `monitorConfig` in a request that carries a document. */
  readonly path: string;
}

/**
 * The object of a document: JSON or YAML text, or what was parsed already. WhyLabs' ad-hoc requests carry the document
 * under `monitorConfig`; they are taken too.
 *
 * @throws Refusal unreadable
 */
export function readSource(source: unknown, maxCharacters: number = maxDocumentCharacters): SourceObject {
  if (typeof source === 'string' && source.length > maxCharacters) {
    throw unreadable(
      `the document has ${source.length} characters, more than ${maxCharacters}. Remedy: divide it, or leave out the entitySchema`
    );
  }
  const value = typeof source === 'string' ? parseText(source) : source;
  if (!isJsonObject(value)) {
    throw unreadable(
      `a monitor document is an object with orgId, datasetId, granularity and analyzers, not ${foundText(value)}. ` +
        'Remedy: export the document again'
    );
  }
  refuseDepth(value);
  const inner = value['monitorConfig'];
  return isJsonObject(inner) && !Object.hasOwn(value, 'analyzers')
    ? { object: inner, path: 'monitorConfig' }
    : { object: value, path: '' };
}
