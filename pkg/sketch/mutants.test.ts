import {
  addFrequentItems,
  hllBounds,
  hllEstimate,
  mergeFrequentItems,
  mergeKll,
  quantiles,
  readFrequentItems,
  readHll,
  readKll,
  selectFrequentItems,
  SketchError,
  sortedView,
  unionHll,
  unionQuantiles,
  writeFrequentItems,
  writeHll,
  writeKll,
} from './index.ts';
import { goldenBytes, goldenNames } from './testing/fixtures.ts';

/*
 * Changed copies of every golden sketch, always the same ones: each is refused with a SketchError, or read as something
 * that agrees with itself. Fuzzing of whole files goes further, in tests/fuzz.
 */

/** Memory for a mutant: this many times its size, and a constant for tables that do not depend on it. */
const memoryFactor = 8;
const memoryConstant = 64 * 1024;

/** Whole numbers from 0 to `end` - 1, the same in every run. */
function randomNumbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

type Random = (end: number) => number;
type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const truncate: Change = (bytes, random) => bytes.slice(0, random(bytes.length + 1));
const extend: Change = (bytes, random) => Uint8Array.of(...bytes, ...new Uint8Array(1 + random(16)).fill(random(256)));
const flip: Change = (bytes, random) => {
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  return bytes;
};
/** The first 40 bytes hold all that is declared; half of all changes go there. */
const flipHeader: Change = (bytes, random) => {
  const at = random(Math.min(40, bytes.length));
  bytes[at] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)] ?? 0;
  return bytes;
};
const splice: Change = (bytes, random, other) => {
  const at = random(bytes.length);
  const from = random(other.length);
  bytes.set(other.subarray(from, from + Math.min(other.length - from, bytes.length - at, 1 + random(64))), at);
  return bytes;
};
const graft: Change = (bytes, random, other) => {
  const at = random(bytes.length + 1);
  return Uint8Array.of(...bytes.subarray(0, at), ...other.subarray(Math.min(at, other.length)));
};
const changes = [flipHeader, flip, flipHeader, truncate, splice, flipHeader, extend, graft];

function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let mutant: Uint8Array = Uint8Array.from(bytes);
  for (let times = 1 + random(3); times > 0 && mutant.length > 0; times--) {
    mutant = (changes[random(changes.length)] ?? flip)(mutant, random, other);
  }
  return mutant;
}

const ranks = [0, 0.01, 0.25, 0.5, 0.75, 0.99, 1];

/** Throws unless what was read agrees with itself; reading the mutant may refuse it. */
function readKllMutant(mutant: Uint8Array): () => void {
  const sketch = readKll(mutant);
  return () => {
    const view = sortedView([sketch]);
    if (sketch.n === 0) return;
    expect(view.cumulativeWeights.at(-1)).toBe(sketch.n);
    const values = Array.from(quantiles(view, ranks, 'classic') ?? []);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect([values[0], values.at(-1)]).toEqual([sketch.min, sketch.max]);
    expect(unionQuantiles([sketch], ranks, 'classic')).toEqual(Float64Array.from(values));
    expect(readKll(writeKll(sketch))).toEqual({ ...sketch, itemBytes: 8 });
    expect(mergeKll(sketch, sketch, 1)).toMatchObject({ n: 2 * sketch.n, min: sketch.min, max: sketch.max });
  };
}

function readHllMutant(mutant: Uint8Array): () => void {
  const sketch = readHll(mutant);
  return () => {
    const estimate = hllEstimate(sketch);
    const { lower, upper } = hllBounds(sketch, 3);
    expect(lower <= upper && estimate <= upper && estimate >= 0).toBe(true);
    expect(readHll(writeHll(sketch))).toEqual({ ...sketch, compact: true });
    const united = hllEstimate(unionHll([sketch, sketch]));
    // A union with itself adds nothing; the estimates with and without order may differ.
    expect(united).toBeGreaterThanOrEqual(0.1 * estimate);
    expect(united).toBeLessThanOrEqual(10 * estimate);
  };
}

function readFrequentItemsMutant(mutant: Uint8Array): () => void {
  const sketch = readFrequentItems(mutant);
  return () => {
    const weight = sketch.items.reduce((sum, item) => sum + item.weight, 0);
    expect(weight).toBeLessThanOrEqual(sketch.totalWeight);
    expect(selectFrequentItems(sketch, 'NO_FALSE_NEGATIVES')).toHaveLength(sketch.items.length);
    const sum = addFrequentItems([sketch, sketch]);
    expect(sum).toMatchObject({ totalWeight: 2 * sketch.totalWeight, items: { length: sketch.items.length } });
    const merged = mergeFrequentItems(sketch, sketch);
    expect(readFrequentItems(writeFrequentItems(merged)).items).toEqual(merged.items);
  };
}

describe.each([
  ['kll', 60, readKllMutant],
  ['hll', 25, readHllMutant],
  ['fi', 60, readFrequentItemsMutant],
] as const)('mutants of %s, %d of each', (start, mutantsPerSketch, read) => {
  const names = goldenNames(start);

  test('are refused, or agree with themselves', () => {
    let accepted = 0;
    let refused = 0;
    names.forEach((name, i) => {
      const bytes = goldenBytes(name);
      const other = goldenBytes(names[(i * 7 + 3) % names.length]!);
      const random = randomNumbers(20250 + i);
      for (let m = 0; m < mutantsPerSketch; m++) {
        const mutant = mutate(bytes, random, other);
        const before = process.memoryUsage().arrayBuffers;
        let check: (() => void) | null = null;
        try {
          check = read(mutant);
        } catch (error) {
          if (!(error instanceof SketchError)) throw error;
          expect(error.offset === null || error.offset <= mutant.length + 8).toBe(true);
        }
        const used = process.memoryUsage().arrayBuffers - before;
        expect(used).toBeLessThanOrEqual(memoryFactor * mutant.length + memoryConstant);
        if (check === null) {
          refused++;
        } else {
          check();
          accepted++;
        }
      }
    });
    expect(accepted + refused).toBe(names.length * mutantsPerSketch);
    // Some changes leave a sketch that could have been written; most do not.
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(accepted);
  });
});
