import { isJsonObject, type JsonObject } from '../../contract/index.ts';
import { looksLikeJson, parseYamlText, refuseDepth } from './read-source.ts';
import { Refusal } from './refusal.ts';

/** A number with the digits it was written in: 12345678901234567890 and 1.0 must survive, and JSON.parse loses both. */
class WrittenNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

/** JSON.parse hands the text of a primitive to its reviver (ECMAScript 2026); the library's types do not know yet. */
type SourceReviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' && context?.source !== undefined ? new WrittenNumber(context.source) : value;

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function write(value: unknown, indent: string): string {
  if (value instanceof WrittenNumber) {
    return value.digits;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => inner + write(entry, inner));
    return entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n${indent}]`;
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(byKey)
      .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`);
    return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value ?? null);
}

function parseWritten(text: string): unknown {
  return looksLikeJson(text) ? (JSON.parse(text, keepDigits) as unknown) : parseYamlText(text);
}

/**
 * A document in its canonical form: JSON, keys sorted by code unit, two spaces of indent, one line break at the end.
 * Nothing is dropped, added or rewritten: unknown keys, nulls and the digits of numbers stay as they are, so two
 * documents are the same exactly when their canonical forms are.
 *
 * @param source JSON text; YAML text or a parsed object, whose numbers get the digits that JavaScript gives them
 * @throws SyntaxError for a text that is neither JSON nor YAML, and for one that is nested too deeply
 */
export function formatMonitorDocument(source: string | JsonObject): string {
  try {
    const value = typeof source === 'string' ? parseWritten(source) : source;
    refuseDepth(value);
    return `${write(value, '')}\n`;
  } catch (error) {
    throw error instanceof Refusal ? new SyntaxError(error.message, { cause: error }) : error;
  }
}
