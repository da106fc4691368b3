import { ContractError } from './error.ts';

/** A parsed JSON object whose values are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object that is neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What stands there instead, in the words of the error texts. */
function found(value: unknown): string {
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    case 'undefined':
      return 'nothing';
    case 'number':
      // JSON.parse makes an infinity of 1e999.
      return Number.isFinite(value) ? 'a number' : String(value);
    default:
      return `a ${typeof value}`;
  }
}

/**
 * Reads the keys of one JSON object with the types that are expected, and says where and why it cannot.
 * A key that is absent, null or undefined is "absent": Grafana stores cleared fields in all three ways. So is an empty
 * text where one text is expected: an editor's field that was cleared holds it.
 */
export class JsonReader {
  readonly path: string;
  readonly #object: JsonObject;

  /** @throws ContractError wrong-type when the value is not an object */
  constructor(value: unknown, path = '') {
    if (!isJsonObject(value)) {
      throw new ContractError('wrong-type', path, `an object is expected, not ${found(value)}`);
    }
    this.path = path;
    this.#object = value;
  }

  string(key: string): string {
    return this.#required(key, this.optionalString(key));
  }

  optionalString(key: string): string | undefined {
    const value = this.#value(key);
    if (value === undefined || typeof value === 'string') {
      return value === '' ? undefined : value;
    }
    throw this.#wrongType(key, 'a text', value);
  }

  /** A finite number. */
  optionalNumber(key: string): number | undefined {
    const value = this.#value(key);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw this.#wrongType(key, 'a finite number', value);
    }
    return value;
  }

  /** The object itself, for a parser that comes later. */
  get object(): JsonObject {
    return this.#object;
  }

  /** Whatever stands there; undefined when absent. */
  optionalValue(key: string): unknown {
    return this.#value(key);
  }

  optionalBoolean(key: string): boolean | undefined {
    const value = this.#value(key);
    if (value === undefined || typeof value === 'boolean') {
      return value;
    }
    throw this.#wrongType(key, 'true or false', value);
  }

  /** A list of texts out of a closed list, each once; undefined when absent or empty. */
  optionalTexts<Text extends string>(key: string, allowed: readonly Text[]): readonly Text[] | undefined {
    const texts = [...new Set(this.strings(key) ?? [])].filter((text) => text !== '');
    const known = texts.map((text) => {
      const found = allowed.find((other) => other === text);
      if (found === undefined) {
        throw new ContractError('unknown-value', child(this.path, key), `"${text}" is none of ${allowed.join(', ')}`);
      }
      return found;
    });
    return known.length === 0 ? undefined : known;
  }

  /** One of a closed list of texts. */
  oneOf<Text extends string>(key: string, allowed: readonly Text[]): Text {
    return this.#required(key, this.optionalOneOf(key, allowed));
  }

  optionalOneOf<Text extends string>(key: string, allowed: readonly Text[]): Text | undefined {
    const value = this.optionalString(key);
    if (value === undefined) {
      return undefined;
    }
    const known = allowed.find((text) => text === value);
    if (known === undefined) {
      throw new ContractError('unknown-value', child(this.path, key), `"${value}" is none of ${allowed.join(', ')}`);
    }
    return known;
  }

  /** A list of texts; one plain text counts as a list of one, as in WhyLabs' engine. */
  strings(key: string): readonly string[] | undefined {
    const value = this.#value(key);
    if (value === undefined) {
      return undefined;
    }
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((entry, i) => {
      if (typeof entry !== 'string') {
        throw this.#wrongType(`${key}[${i}]`, 'a text', entry);
      }
      return entry;
    });
  }

  optionalObject(key: string): JsonReader | undefined {
    const value = this.#value(key);
    return value === undefined ? undefined : new JsonReader(value, child(this.path, key));
  }

  /** A list of objects. */
  objects(key: string): readonly JsonReader[] | undefined {
    const value = this.#value(key);
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value)) {
      throw this.#wrongType(key, 'a list', value);
    }
    return value.map((entry, i) => new JsonReader(entry, child(this.path, `${key}[${i}]`)));
  }

  #value(key: string): unknown {
    return Object.hasOwn(this.#object, key) ? (this.#object[key] ?? undefined) : undefined;
  }

  #required<Value>(key: string, value: Value | undefined): Value {
    if (value === undefined) {
      throw new ContractError('missing', child(this.path, key), 'is missing');
    }
    return value;
  }

  #wrongType(key: string, expected: string, value: unknown): ContractError {
    return new ContractError('wrong-type', child(this.path, key), `${expected} is expected, not ${found(value)}`);
  }
}
