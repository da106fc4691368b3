/** One value that was kept. lower bound = `weight`, upper bound = estimate = `weight` + the sketch's offset. */
export interface FrequentItem {
  readonly value: string;
  readonly weight: number;
  /** The stored bytes, present only when they are not valid UTF-8 and `value` therefore shows U+FFFD. */
  readonly bytes?: Uint8Array;
}

/** A sketch of the most frequent texts (spec 5.3). */
export interface FrequentItems {
  /** Logarithm of the greatest map size: at most 0.75 * 2^lgMax values are kept. */
  readonly lgMax: number;
  /** Sum of all weights ever offered, those of dropped values included. */
  readonly totalWeight: number;
  /** Greatest possible error of any weight; also the greatest weight an absent value can have. */
  readonly offset: number;
  /** Kept values in code-point order, each once. Decoded when first asked for. */
  readonly items: readonly FrequentItem[];
}
