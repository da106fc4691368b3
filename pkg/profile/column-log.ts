import { FrequentItemsBuilder, HllBuilder, KllBuilder } from '../sketch/index.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';
import { fixedPoint } from './fixed-point.ts';
import type { WriterSettings } from './writer-settings.ts';

/** What can be logged. Anything that is no number, text or boolean counts as an object: only its presence is noted. */
export type LoggedValue = number | bigint | string | boolean | object | null | undefined;

const leastInteger = -(2n ** 63n);
const greatestInteger = 2n ** 63n - 1n;

/**
 * The values of one column so far. Whether a whole number is an integer or a float that happens to be whole shows only
 * when the column is complete (JavaScript does not tell 1.0 from 1): both readings are kept until a fraction decides.
 */
export class ColumnLog {
  private readonly kll: KllBuilder;
  private nans = 0;
  private infinities = 0;
  private trues = 0;
  private booleans = 0;
  private numbers = 0;
  private texts = 0;
  private objects = 0;
  private mean = 0;
  private m2 = 0;
  private measured = 0;
  private min: bigint | null = null;
  private max: bigint | null = null;
  /** Numbers read as integers; dropped at the first that is none. */
  private whole: Distinct | null;
  /** Numbers read as floats. */
  private readonly fractional: Distinct;

  /** @param isFractional whether its numbers are floats even where all of them are whole */
  constructor(settings: WriterSettings, seed: number, isFractional: boolean) {
    this.kll = new KllBuilder(settings.kllK, seed);
    this.whole = isFractional ? null : new Distinct(settings);
    this.fractional = new Distinct(settings);
  }

  add(value: LoggedValue): void {
    switch (typeof value) {
      case 'number':
        this.addNumber(value);
        return;
      case 'bigint':
        this.addInteger(value);
        return;
      case 'boolean':
        this.addBoolean(value);
        return;
      case 'string':
        this.texts++;
        this.whole?.addText(value);
        this.fractional.addText(value);
        return;
      default:
        if (value !== null && value !== undefined) this.objects++;
    }
  }

  /** The column's profile after `rows` rows; those in which it had no value are nulls. */
  profile(rows: number): ColumnProfile {
    const present = this.numbers + this.booleans + this.texts + this.objects;
    const isIntegral = this.whole !== null;
    const distinct = this.whole ?? this.fractional;
    const counted: ColumnProfile = {
      ...emptyColumnProfile,
      counts: { n: rows, null: rows - present, nan: this.nans, inf: this.infinities, true: this.trues },
      types: {
        integral: isIntegral ? this.numbers : 0,
        fractional: isIntegral ? 0 : this.numbers,
        boolean: this.booleans,
        string: this.texts,
        object: this.objects,
        tensor: 0,
      },
    };
    if (present > 0 && present === this.objects) return counted;
    // A column of NaN alone is one of floats.
    const isFractional = this.numbers > 0 ? !isIntegral : this.nans > 0;
    const isNumeric = present === this.numbers;
    return {
      ...counted,
      distribution: { mean: this.mean, m2: this.m2, kll: this.kll.toSketch() },
      cardinality: distinct.values.toSketch(),
      // As whylogs' default schema has it: no items for floats, a range for integers and (without values) for booleans.
      frequentItems: isNumeric && isFractional ? null : distinct.items.toSketch(),
      ints: this.isWhole(present, rows) ? { min: this.min, max: this.max } : null,
    };
  }

  /** pandas keeps booleans as such, which whylogs takes for integers, only where none is missing. */
  private isWhole(present: number, rows: number): boolean {
    return this.whole !== null && present > 0 && (present === this.numbers || this.booleans === rows);
  }

  private addNumber(value: number): void {
    if (Number.isNaN(value)) {
      this.nans++;
      return;
    }
    if (Number.isSafeInteger(value)) {
      this.addInteger(value);
      return;
    }
    if (!Number.isFinite(value)) this.infinities++;
    this.whole = null;
    this.numbers++;
    this.fractional.addFloat(value);
    this.measure(value);
  }

  private addInteger(value: number | bigint): void {
    const number = Number(value);
    this.numbers++;
    this.measure(number);
    this.fractional.addFloat(number);
    if (this.whole === null) return;
    const integer = BigInt(value);
    if (integer < leastInteger || integer > greatestInteger) {
      this.whole = null;
      return;
    }
    this.whole.addInteger(integer);
    if (this.min === null || integer < this.min) this.min = integer;
    if (this.max === null || integer > this.max) this.max = integer;
  }

  private addBoolean(value: boolean): void {
    this.booleans++;
    if (value) this.trues++;
    this.whole?.addBoolean(value);
    this.fractional.addBoolean(value);
    this.measure(value ? 1 : 0);
  }

  /** Welford's update. Infinite values make both moments infinite or NaN, as in whylogs. */
  private measure(value: number): void {
    this.measured++;
    const delta = value - this.mean;
    this.mean += delta / this.measured;
    this.m2 += delta * (value - this.mean);
    this.kll.update(value);
  }
}

/** The distinct and the frequent values of a column under one reading of its numbers. */
class Distinct {
  readonly values: HllBuilder;
  readonly items: FrequentItemsBuilder;
  private readonly longestItem: number;

  constructor({ hllLgK, frequentItemsLgMax, frequentItemCharacters }: WriterSettings) {
    this.values = new HllBuilder(hllLgK);
    this.items = new FrequentItemsBuilder(frequentItemsLgMax);
    this.longestItem = frequentItemCharacters;
  }

  addText(value: string): void {
    this.values.updateString(value);
    this.items.update(this.cut(value));
  }

  addBoolean(value: boolean): void {
    this.values.updateInteger(value ? 1 : 0);
    this.items.update(value ? 'True' : 'False');
  }

  addInteger(value: bigint): void {
    this.values.updateInteger(value);
    this.items.update(value.toString());
  }

  addFloat(value: number): void {
    this.values.updateDouble(value);
    this.items.update(fixedPoint(value));
  }

  /** Cuts between code points; a text of as many UTF-16 units cannot have more of them. */
  private cut(value: string): string {
    if (value.length <= this.longestItem) return value;
    return Array.from(value.slice(0, 2 * this.longestItem))
      .slice(0, this.longestItem)
      .join('');
  }
}
