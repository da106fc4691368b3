import { createHash } from 'node:crypto';
import { normalQuantile } from './normal-quantile.ts';

/** Where the draws of one SHA-256 start, bytes. */
const drawOffsets = [0, 8, 16, 24];

/**
 * Numbers that look drawn from (0, 1) and are the same for the same seed everywhere (design, law 1). Each is made of
 * 52 bits of SHA-256 over the number of the hash, a colon and the seed: (bits + 1/2) / 2^52, so neither 0 nor 1 occurs.
 *
 * @param seed any text, such as dataset, column, segment, batch and analyzer joined
 * @param count how many, a whole number from 0 on
 */
export function uniforms(seed: string, count: number): number[] {
  const hashes = Array.from({ length: Math.ceil(count / drawOffsets.length) }, (_, i) =>
    createHash('sha256').update(`${i}:${seed}`, 'utf8').digest()
  );
  return hashes
    .flatMap((hash) => drawOffsets.map((offset) => (Number(hash.readBigUInt64BE(offset) >> 12n) + 0.5) / 2 ** 52))
    .slice(0, count);
}

/** Standard normal numbers of a seed: the normal quantiles of its `uniforms`. */
export function normals(seed: string, count: number): number[] {
  return uniforms(seed, count).map(normalQuantile);
}
