import { u8 } from '../element.ts';
import { uint32At } from '../image.ts';
import { add, foldHigh, multiply, rotateLeft, set, xor, type Word64 } from './word64.ts';

/** The seed of every DataSketches hash. */
const seed = 9001;

const h1: Word64 = { low: 0, high: 0 };
const h2: Word64 = { low: 0, high: 0 };
const k: Word64 = { low: 0, high: 0 };

/** Both halves of a hash of 128 bits. */
export interface Hash128 {
  readonly first: Readonly<Word64>;
  readonly second: Readonly<Word64>;
}

const hash: Hash128 = { first: h1, second: h2 };

/**
 * MurmurHash3 of 128 bits, the variant for 64-bit machines (Austin Appleby, public domain), of bytes[0..length).
 *
 * @returns always the same object: read it before the next call
 */
export function murmur3(bytes: Uint8Array, length: number): Hash128 {
  set(h1, seed, 0);
  set(h2, seed, 0);
  const tail = length - (length % 16);
  for (let i = 0; i < tail; i += 16) {
    set(k, uint32At(bytes, i), uint32At(bytes, i + 4));
    mixIntoFirst();
    rotateLeft(h1, 27);
    add(h1, h2.low, h2.high);
    multiply(h1, 5, 0);
    add(h1, 0x52dce729, 0);

    set(k, uint32At(bytes, i + 8), uint32At(bytes, i + 12));
    mixIntoSecond();
    rotateLeft(h2, 31);
    add(h2, h1.low, h1.high);
    multiply(h2, 5, 0);
    add(h2, 0x38495ab5, 0);
  }
  if (length - tail > 8) {
    set(k, partAt(bytes, tail + 8, length), partAt(bytes, tail + 12, length));
    mixIntoSecond();
  }
  if (length > tail) {
    set(k, partAt(bytes, tail, length), partAt(bytes, tail + 4, length));
    mixIntoFirst();
  }
  xor(h1, length, 0);
  xor(h2, length, 0);
  add(h1, h2.low, h2.high);
  add(h2, h1.low, h1.high);
  finish(h1);
  finish(h2);
  add(h1, h2.low, h2.high);
  add(h2, h1.low, h1.high);
  return hash;
}

function mixIntoFirst(): void {
  multiply(k, 0x114253d5, 0x87c37b91);
  rotateLeft(k, 31);
  multiply(k, 0x2745937f, 0x4cf5ad43);
  xor(h1, k.low, k.high);
}

function mixIntoSecond(): void {
  multiply(k, 0x2745937f, 0x4cf5ad43);
  rotateLeft(k, 33);
  multiply(k, 0x114253d5, 0x87c37b91);
  xor(h2, k.low, k.high);
}

function finish(word: Word64): void {
  foldHigh(word);
  multiply(word, 0xed558ccd, 0xff51afd7);
  foldHigh(word);
  multiply(word, 0x1a85ec53, 0xc4ceb9fe);
  foldHigh(word);
}

/** Little-endian u32 of which the bytes from `end` on count as 0. */
function partAt(bytes: Uint8Array, offset: number, end: number): number {
  let word = 0;
  for (let i = 0; i < 4 && offset + i < end; i++) word |= u8(bytes, offset + i) << (8 * i);
  return word;
}
