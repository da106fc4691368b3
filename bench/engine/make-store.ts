import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnProfile, ProfileWriter, writeProfile } from '../../pkg/profile/index.ts';
import { root } from '../../scripts/lib/run.ts';

/** The store of the benchmark. */
export interface StoreShape {
  readonly columns: number;
  readonly days: number;
  /** Rows of each batch. */
  readonly rows: number;
  /** Really different columns; the others are these, moved and stretched. */
  readonly bases: number;
}

export const wanted: StoreShape = { columns: 1000, days: 120, rows: 100_000, bases: 64 };

/** The first day of the store, epoch ms. */
export const firstDayMs = Date.UTC(2026, 0, 1);
export const dayMs = 86_400_000;

/** Numbers that look random and follow from a seed, each in [0, 1): Marsaglia's xorshift with 32 bits. */
function randomNumbers(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A value of one of four shapes: uniform, about normal, skewed, two heaps. */
function valueOf(shape: number, random: () => number): number {
  switch (shape % 4) {
    case 0:
      return random();
    case 1:
      return random() + random() + random() + random() - 2;
    case 2:
      return -Math.log(1 - random());
    default:
      return random() < 0.3 ? random() - 3 : random() + 2;
  }
}

/** Columns of `rows` values each, profiled value by value as a service would. */
function makeBases({ bases, rows }: StoreShape): readonly ColumnProfile[] {
  return Array.from({ length: bases }, (_, i) => {
    const random = randomNumbers(i + 1);
    const writer = new ProfileWriter({ datasetTimestampMs: firstDayMs, fractional: ['x'] });
    for (let row = 0; row < rows; row += 1) {
      writer.log({ x: valueOf(i, random) });
    }
    const column = writer.columns().get('x');
    if (column === undefined) {
      throw new Error('the writer lost its column');
    }
    return column;
  });
}

/** The same column with every value stretched and moved: order, weights and counts stay what they were. */
function moved(column: ColumnProfile, stretch: number, move: number): ColumnProfile {
  const { distribution } = column;
  if (distribution === null) {
    return column;
  }
  const { kll, mean, m2 } = distribution;
  const place = (value: number): number => value * stretch + move;
  return {
    ...column,
    distribution: {
      mean: mean === null ? null : place(mean),
      m2: m2 === null ? null : m2 * stretch * stretch,
      kll: { ...kll, min: place(kll.min), max: place(kll.max), items: kll.items.map(place) },
    },
  };
}

/** One day's file. Columns keep their shape and place over the days; each tenth drifts slowly, each hundredth jumps. */
function dayFile(bases: readonly ColumnProfile[], { columns }: StoreShape, day: number): Uint8Array {
  const random = randomNumbers(10_000 + day);
  const profiles = new Map<string, ColumnProfile>();
  for (let i = 0; i < columns; i += 1) {
    // Of the sixteen bases of its shape another one each day: sketches of the same distribution differ by chance.
    const shape = i % 4;
    const base = bases[shape + 4 * Math.floor(random() * (bases.length / 4))];
    if (base !== undefined) {
      const drift = i % 10 === 0 ? day / 100 : 0;
      const jump = i % 100 === 1 && day % 40 === 39 ? 1 : 0;
      profiles.set(`column_${String(i).padStart(4, '0')}`, moved(base, 1 + i / 100, i + drift + jump));
    }
  }
  const datasetTimestampMs = firstDayMs + day * dayMs;
  const creationTimestampMs = datasetTimestampMs + dayMs;
  return writeProfile(
    { datasetTimestampMs, creationTimestampMs, segmentTags: new Map(), metadata: new Map() },
    profiles
  );
}

/**
 * Makes the store, once: a file for each day. All columns are profiled from `rows` values each by our own writer;
 * 64 of them really, the others by stretching and moving the values in a sketch.
 *
 * @returns its folder, which holds the dataset `wide`
 */
export function makeStore(shape: StoreShape = wanted): string {
  const name = `bench-engine-${shape.columns}x${shape.days}x${shape.rows}`;
  const folder = join(root, 'node_modules', '.cache', 'driftglass', name);
  if (existsSync(folder)) {
    return folder;
  }
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(join(unfinished, 'wide'), { recursive: true });
  try {
    const bases = makeBases(shape);
    for (let day = 0; day < shape.days; day += 1) {
      const date = new Date(firstDayMs + day * dayMs).toISOString().slice(0, 10);
      writeFileSync(join(unfinished, 'wide', `${date}.bin`), dayFile(bases, shape, day));
    }
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
