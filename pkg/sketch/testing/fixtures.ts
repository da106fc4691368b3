import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const folder = join(__dirname, '../../../tests/data/sketches');
const golden = unzipSync(readFileSync(join(folder, 'golden-sketches.zip')));
const others = unzipSync(readFileSync(join(folder, 'other-implementations.zip')));

/** Names of the golden sketches that begin with `start`. */
export function goldenNames(start: string): string[] {
  return Object.keys(golden).filter((name) => name.startsWith(start) && name.endsWith('.sk'));
}

/** A copy of a golden sketch in memory of its own. */
export function goldenBytes(name: string): Uint8Array<ArrayBuffer> {
  const bytes = golden[name];
  if (bytes === undefined) throw new Error(`no golden sketch ${name}`);
  return Uint8Array.from(bytes);
}

/** Numbers that JSON does not have. */
const numbers = new Map<unknown, number>([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

/** The caller says what the JSON holds: it was written by whoever made the fixture. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function parse<T>(files: Record<string, Uint8Array>, name: string): T {
  const text = new TextDecoder().decode(files[name]);
  return JSON.parse(text, (_, value: unknown) => numbers.get(value) ?? value) as T;
}

export interface GoldenKll {
  file: string;
  bytes: number;
  library: 'apache' | 'whylogs';
  items: 'doubles' | 'floats';
  k: number;
  n: number;
  numLevels: number;
  retained: number;
  minK: number;
  min?: number;
  max?: number;
  ranks?: number[];
  quantilesExclusive?: number[];
  quantilesInclusive?: number[];
  quantilesWhylogs?: number[];
  points?: number[];
  cdfExclusive?: number[];
  cdfInclusive?: number[];
  pmfExclusive?: number[];
  trueRankExclusive?: number[];
  rankErrorSingle?: number;
  rankErrorPmf?: number;
}

const kll = parse<{ sketches: GoldenKll[] }>(golden, 'kll.json').sketches;
export const goldenKll = kll.filter(({ file }) => !file.includes('{'));
export const goldenKllMerges = kll.filter(({ file }) => file.includes('{'));

export interface GoldenHll {
  file: string;
  distinct: number;
  mode: 'LIST' | 'SET' | 'HLL';
  target: 'HLL_4' | 'HLL_6' | 'HLL_8';
  lgK: number;
  outOfOrder: boolean;
  compact: boolean;
  coupons?: number;
  curMin?: number;
  numAtCurMin?: number;
  hip?: number;
  kxq0?: number;
  kxq1?: number;
  exceptions?: number;
  est: number;
  lower_1: number;
  upper_1: number;
  lower_2: number;
  upper_2: number;
  lower_3: number;
  upper_3: number;
}

export type GoldenHllUnion = Omit<GoldenHll, 'file'> & { files: string };

export interface GoldenCoupon {
  type: 'integer' | 'double' | 'string';
  value: number | string;
  coupon: number | null;
}

const hll = parse<{ sketches: GoldenHll[]; coupons: GoldenCoupon[]; unions: GoldenHllUnion[] }>(golden, 'hll.json');
export const goldenHll = hll.sketches;
export const goldenCoupons = hll.coupons;
export const goldenHllUnions = hll.unions;

export interface GoldenFrequentItems {
  file: string;
  lgMax: number;
  rowsOffered: number;
  totalWeight: number;
  offset: number;
  active: number;
  numNoFalsePositives: number;
  numNoFalseNegatives: number;
  top: [string, number, number, number][];
  trueCounts: Record<string, number>;
}

export interface GoldenFrequentItemsMerge {
  files: string;
  totalWeight: number;
  offset: number;
  active: number;
  trueTop: [string, number][];
}

const frequentItems = parse<{ sketches: GoldenFrequentItems[]; merges: GoldenFrequentItemsMerge[] }>(golden, 'fi.json');
export const goldenFrequentItems = frequentItems.sketches;
export const goldenFrequentItemsMerges = frequentItems.merges;

type Bounds = [number, number][];

/** What datasketches 5.2.0 and whylogs-sketching 3.4.1 answered; `image`s are base64. */
export const expected = parse<{
  kllLevels: { k: number; n: number; levels: number[] }[];
  kllMergeLevels: {
    k1: number;
    n1: number;
    k2: number;
    n2: number;
    n: number;
    min: number;
    max: number;
    minK: number;
    levels: number[];
  }[];
  ties: {
    ranks: number[];
    sketches: { image: string; whylogs: number[]; classic: number[]; inclusive: number[] }[];
  };
  hllBuilds: {
    lgK: number;
    type: 'HLL_4' | 'HLL_6' | 'HLL_8';
    n: number;
    kind: 'integer' | 'double' | 'string';
    est: number;
    bounds: Bounds;
    exceptions: number;
    sha256: string | null;
  }[];
  coupons: [string | number, number][];
  hllUnions: { images: string[]; mode: string; lgK: number; outOfOrder: boolean; est: number; bounds: Bounds }[];
  frequentItems: {
    stream: 'squares' | 'distinct' | 'weighted' | 'accents';
    lgMax: number;
    n: number;
    totalWeight: number;
    offset: number;
    items: [string, number][] | null;
    count: number;
    sha256: string;
  }[];
  thirty: Record<
    's' | 'i' | 'x',
    { images: string[] } & Record<
      'leftToRight' | 'rightToLeft',
      { est: number; lower_1: number; upper_1: number; mode: string; outOfOrder: boolean }
    >
  >;
  real: {
    kll: {
      image: string;
      itemBytes: number;
      n: number;
      k: number;
      min?: number;
      max?: number;
      classic?: number[];
      inclusive?: number[];
    }[];
    hll: { image: string; est: number; bounds: Bounds }[];
    fi: {
      image: string;
      totalWeight: number;
      offset: number;
      positives: [string, number, number, number][];
      negatives: number;
    }[];
    theta: { image: string; est: number; theta: number; count: number }[];
  };
}>(others, 'other-implementations.json');

/** Bytes of a base64 image. */
export function imageBytes(image: string): Uint8Array {
  return Uint8Array.from(Buffer.from(image, 'base64'));
}

/** A copy with some bytes changed. */
export function patched(bytes: Uint8Array, changes: Record<number, number>): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [offset, byte] of Object.entries(changes)) copy[Number(offset)] = byte;
  return copy;
}

/** What a call threw, as code, offset and text: what the tests of refusals compare. */
export function refusal(call: () => unknown): { code: unknown; offset: unknown; message: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'offset' in error) {
      return { code: error.code, offset: error.offset, message: error.message };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}
