import { isJsonObject, type JsonObject } from '../../contract/index.ts';
import { similarKey } from './similar-key.ts';
import { placePath, type ProblemCode, type Problems, type ProblemSeverity, type RelativePlace } from './problem.ts';
import { Refusal } from './refusal.ts';

/** What stands there instead, in the words of the texts. */
export function foundText(value: unknown): string {
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    default:
      return String(value);
  }
}

/**
 * Reads the keys of one object of a document as leniently as WhyLabs' engine: a number may stand in quotes, a single
 * value where a list is meant, a fraction where a whole number is; each is noted. Null counts as absent. Keys that
 * nobody asked for are noted by `noteUnknownKeys`.
 *
 * @throws Refusal InvalidJson, by all reading methods, where a value cannot be taken even so
 */
export class DocumentReader {
  readonly path: string;
  readonly problems: Problems;
  readonly #object: JsonObject;
  readonly #asked = new Set<string>();

  constructor(value: unknown, path: string, problems: Problems) {
    if (!isJsonObject(value)) {
      throw new Refusal(path, 'wrong-type', 'InvalidJson', `an object is expected, not ${foundText(value)}`);
    }
    this.path = path;
    this.problems = problems;
    this.#object = value;
  }

  pathOf(place: RelativePlace): string {
    return placePath(this.path, place);
  }

  add(severity: ProblemSeverity, place: RelativePlace, code: ProblemCode, text: string): void {
    this.problems.add(severity, this.pathOf(place), code, text);
  }

  /** The value as it stands; undefined when it is absent or null. */
  value(key: string): unknown {
    this.#asked.add(key);
    return Object.hasOwn(this.#object, key) ? (this.#object[key] ?? undefined) : undefined;
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  text(key: string): string | null {
    const value = this.value(key);
    return value === undefined ? null : this.#textOf(key, value);
  }

  /** A finite number. */
  number(key: string): number | null {
    const value = this.value(key);
    if (value === undefined) {
      return null;
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw this.#wrongType(key, 'a number', value);
    }
    if (typeof value === 'string') {
      this.add('note', key, 'lenient', `the text ${foundText(value)} is read as a number. Remedy: write ${number}`);
    }
    return number;
  }

  /** A whole number; a fraction loses what stands behind its point, as in the engine. */
  integer(key: string): number | null {
    const number = this.number(key);
    if (number === null || Number.isInteger(number)) {
      return number;
    }
    const whole = Math.trunc(number);
    this.add(
      'note',
      key,
      'lenient',
      `a whole number is expected, ${number} is read as ${whole}. Remedy: write ${whole}`
    );
    return whole;
  }

  /** False where absent. */
  flag(key: string): boolean {
    const value = this.value(key);
    if (value === undefined || typeof value === 'boolean') {
      return value ?? false;
    }
    if (value === 'true' || value === 'false') {
      this.add('note', key, 'lenient', `the text "${value}" is read as ${value}. Remedy: write it without quotes`);
      return value === 'true';
    }
    throw this.#wrongType(key, 'true or false', value);
  }

  oneOf<Text extends string>(key: string, allowed: readonly Text[]): Text | null {
    const value = this.text(key);
    if (value === null) {
      return null;
    }
    const known = allowed.find((text) => text === value);
    if (known === undefined) {
      throw new Refusal(
        this.pathOf(key),
        'unknown-value',
        'InvalidJson',
        `${foundText(value)} is none of ${allowed.join(', ')}`
      );
    }
    return known;
  }

  /** A list of texts; a single one counts as a list of one. */
  texts(key: string): readonly string[] | null {
    return this.#list(key)?.map((entry, i) => this.#textOf([key, i], entry)) ?? null;
  }

  object(key: string): DocumentReader | null {
    const value = this.value(key);
    return value === undefined ? null : new DocumentReader(value, this.pathOf(key), this.problems);
  }

  /** A list of objects; a single one counts as a list of one. */
  objects(key: string): readonly DocumentReader[] | null {
    return this.#list(key)?.map((entry, i) => new DocumentReader(entry, this.pathOf([key, i]), this.problems)) ?? null;
  }

  /** A list whose entries are read by themselves, so that one bad entry does not spoil the others. */
  entries(key: string): readonly unknown[] | null {
    return this.#list(key);
  }

  /** All keys, for objects that are maps. */
  keys(): readonly string[] {
    return Object.keys(this.#object);
  }

  /** Names keys that are known and mean nothing, so that they are not noted as unknown. */
  skip(...keys: readonly string[]): void {
    keys.forEach((key) => this.#asked.add(key));
  }

  noteUnknownKeys(): void {
    for (const key of Object.keys(this.#object)) {
      if (!this.#asked.has(key)) {
        const similar = similarKey(key, [...this.#asked]);
        const remedy = similar === null ? 'remove it, or keep it as a remark' : `is "${similar}" meant?`;
        this.add('note', key, 'unknown-key', `this key is unknown; it is kept and has no effect. Remedy: ${remedy}`);
      }
    }
  }

  #list(key: string): readonly unknown[] | null {
    const value = this.value(key);
    if (value === undefined) {
      return null;
    }
    if (Array.isArray(value)) {
      // Array.isArray knows no better than any[].
      return value as readonly unknown[];
    }
    this.add('note', key, 'lenient', 'a single value is read as a list of one. Remedy: put it in brackets');
    return [value];
  }

  #textOf(place: RelativePlace, value: unknown): string {
    if (typeof value === 'string') {
      return value;
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      this.add('note', place, 'lenient', `${value} is read as a text. Remedy: put it in quotes`);
      return String(value);
    }
    throw this.#wrongType(place, 'a text', value);
  }

  #wrongType(place: RelativePlace, expected: string, value: unknown): Refusal {
    return new Refusal(
      this.pathOf(place),
      'wrong-type',
      'InvalidJson',
      `${expected} is expected, not ${foundText(value)}`
    );
  }
}
