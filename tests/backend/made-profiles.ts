import type { LoggedRow } from '../../pkg/profile/index.ts';
import { ProfileWriter } from '../../pkg/profile/index.ts';
import { randomNumbers } from './random-store.ts';

/** Accuracy of the sketches: so small that a few hundred values are compacted, in a file and again when it is merged. */
export const kllK = 128;

/** Orders of a shop that follow from a seed: numbers with and without fractions, texts, booleans, and what is missing. */
export function rowsOf(seed: number, count: number): readonly LoggedRow[] {
  const random = randomNumbers(seed);
  const cities = ['Austin', 'Bern', 'Cairo', 'Delhi', 'Essen', 'Fez', ''];
  return Array.from({ length: count }, () => ({
    amount: random() < 0.1 ? null : Math.exp(random() * 8 - 2),
    quantity: Math.floor(random() ** 3 * 40),
    city: cities[Math.floor(random() ** 2 * cities.length)],
    customer: `c${Math.floor(random() * 3000)}`,
    isPaid: random() < 0.7,
  }));
}

/** What a file is made of. Small, so that a counterexample can be read. */
export interface MadeProfile {
  readonly day: string;
  readonly seed: number;
  readonly count: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** The dataset that the file itself names. */
  readonly datasetId?: string;
  /** A column more than the others have. */
  readonly more?: string;
}

/** A v1 file of rows, written by our own writer. */
export function writeRows(
  rows: readonly LoggedRow[],
  { day, tags = {}, datasetId }: Pick<MadeProfile, 'day' | 'tags' | 'datasetId'>
): Uint8Array {
  const writer = new ProfileWriter({
    datasetTimestampMs: Date.parse(day) + 3_600_000,
    segmentTags: tags,
    metadata: datasetId === undefined ? {} : { datasetId },
    kllK,
  });
  rows.forEach((row) => writer.log(row));
  return writer.finish();
}

export function fileOf(profile: MadeProfile): Uint8Array {
  const { seed, count, more } = profile;
  const rows = rowsOf(seed, count);
  return writeRows(more === undefined ? rows : rows.map((row, i) => ({ [more]: i % 3, ...row })), profile);
}
