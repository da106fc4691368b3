/**
 * Coin flips that depend on nothing but a seed. The generator is xorshift of 32 bits, started from the seed by
 * MurmurHash3's finaliser so that neighbouring seeds give unrelated flips.
 */
export class CoinFlips {
  private state: number;

  /**
   * @param seed any number; its integer part decides
   * @param stream tells series of flips of one seed apart
   */
  constructor(seed: number, stream = 0) {
    const high = Math.floor(seed / 0x1_0000_0000);
    // The state of an xorshift must not be 0.
    this.state = mix((seed | 0) ^ mix(high ^ mix(stream ^ 0x9e3779b9))) || 1;
  }

  /** Heads or tails. */
  next(): 0 | 1 {
    let state = this.state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return state < 0 ? 1 : 0;
  }
}

function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
