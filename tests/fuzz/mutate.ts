import type { Random } from './random.ts';

/** A real file, and where its header ends: most of what can go wrong lies behind it. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly headerEnd: number;
}

export interface Mutant {
  readonly bytes: Uint8Array;
  /** True when the first change lies behind the header. */
  readonly isPastHeader: boolean;
}

/** Values at which lengths, counts and types tip over. */
const boundaries = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

/** A place to change: behind the header three times of four. */
function place({ bytes, headerEnd }: Original, random: Random): number {
  const from = random.chance(0.75) && headerEnd < bytes.length ? headerEnd : 0;
  return from + random.below(bytes.length - from);
}

function flipBit(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function setBoundary(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const value = boundaries[random.below(boundaries.length)] ?? 0;
  const width = 1 << random.below(4);
  for (let i = 0; i < width && at + i < bytes.length; i += 1) {
    bytes[at + i] = i < 4 ? value >>> (8 * i) : value === 0xffffffff ? 0xff : 0;
  }
  return bytes;
}

function setRandom(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  bytes[at] = random.below(256);
  return bytes;
}

function truncate(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.slice(0, at);
}

function remove(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const end = Math.min(bytes.length, at + 1 + random.below(16));
  return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(end)]);
}

/** Bytes of the file itself again: repeated messages, chunks in the place of others. */
function repeat(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const from = random.below(bytes.length);
  const part = bytes.slice(from, from + 1 + random.below(64));
  const result = new Uint8Array(bytes.length + part.length);
  result.set(bytes.subarray(0, at));
  result.set(part, at);
  result.set(bytes.subarray(at), at + part.length);
  return result;
}

function overwrite(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const from = random.below(bytes.length);
  bytes.copyWithin(at, from, from + 1 + random.below(64));
  return bytes;
}

const changes = [flipBit, setBoundary, setRandom, setBoundary, overwrite, truncate, remove, repeat] as const;

/** A changed copy of a file: one to four changes, all following from the random numbers. */
export function mutate(original: Original, random: Random): Mutant {
  let bytes: Uint8Array = original.bytes.slice();
  let isPastHeader = true;
  const times = 1 + random.below(4);
  for (let i = 0; i < times && bytes.length > 0; i += 1) {
    const at = Math.min(place(original, random), bytes.length - 1);
    isPastHeader = i === 0 ? at >= original.headerEnd : isPastHeader;
    const change = changes[random.below(changes.length)] ?? flipBit;
    bytes = change(bytes, at, random);
  }
  return { bytes, isPastHeader };
}
