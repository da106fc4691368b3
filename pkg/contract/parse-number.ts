import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';
import { refuseVariables } from './variables.ts';

/**
 * Reads a finite number, or a text that is one: a dashboard variable makes texts of all its values.
 *
 * @returns null when absent or empty
 * @throws ContractError
 */
export function parseNumber(reader: JsonReader, key: string): number | null {
  if (typeof reader.optionalValue(key) !== 'string') {
    return reader.optionalNumber(key) ?? null;
  }
  const text = reader.optionalString(key)?.trim() ?? '';
  refuseVariables(key, text);
  // Number takes hexadecimals and "Infinity" too, which nobody writes here on purpose.
  if (text !== '' && !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    throw new ContractError('wrong-type', key, `"${text}" is no number`);
  }
  const value = Number(text);
  if (!Number.isFinite(value)) {
    throw new ContractError('wrong-type', key, `a finite number is expected, not "${text}"`);
  }
  return text === '' ? null : value;
}
