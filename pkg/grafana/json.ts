/** What JSON.parse gives. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Parses a text as JSON. @returns null when it is not a JSON object */
export function parseJsonObject(text: string): JsonObject | null {
  try {
    // JSON.parse gives nothing but JSON values.
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
