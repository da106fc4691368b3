import { DocumentReader, foundText } from './document-reader.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads `params`, whose values are texts. A flag is true for `true` in any case and false for anything else, as Java
 * reads it; a number that is none makes every run of the original fail.
 */
export class ConfigParams {
  readonly #reader: DocumentReader;

  constructor(config: DocumentReader) {
    this.#reader = config.object('params') ?? new DocumentReader({}, config.pathOf('params'), config.problems);
  }

  flag(key: string): boolean {
    return String(this.#reader.value(key)).toLowerCase() === 'true';
  }

  /**
   * A number; null where the key is absent.
   *
   * @throws Refusal CalculationException
   */
  number(key: string): number | null {
    const value = this.#reader.value(key);
    if (value === undefined) {
      return null;
    }
    const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
    const number = text === '' ? NaN : Number(text);
    if (!Number.isFinite(number)) {
      throw this.#refuse(key, value, 'no number');
    }
    return number;
  }

  /**
   * A whole number from 0; null where the key is absent.
   *
   * @throws Refusal CalculationException
   */
  count(key: string): number | null {
    const number = this.number(key);
    if (number !== null && (!Number.isInteger(number) || number < 0)) {
      throw this.#refuse(key, this.#reader.value(key), 'no whole number from 0');
    }
    return number;
  }

  skip(...keys: readonly string[]): void {
    this.#reader.skip(...keys);
  }

  noteUnknownKeys(): void {
    this.#reader.noteUnknownKeys();
  }

  #refuse(key: string, value: unknown, what: string): Refusal {
    return new Refusal(
      this.#reader.pathOf(key),
      'wrong-type',
      'CalculationException',
      `${foundText(value)} is ${what}. Remedy: write it like "1"`
    );
  }
}
