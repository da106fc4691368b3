import { doubleIn } from '../element.ts';

/** Buckets of one division. Their weights, as doubles, just fit the first cache of a processor core. */
export const numBuckets = 4096;

/** Ends of the range are kept within this, so that their difference cannot overflow. */
const limit = Number.MAX_VALUE / 4;

/**
 * Divides the number line: one bucket below `low`, one above `high`, equal ones between. A greater value is never in a
 * lower bucket, rounding included: each step of the arithmetic keeps order.
 */
export class ValueBuckets {
  private readonly low: number;
  private readonly scale: number;

  /** @param high at least `low`; both may be infinite */
  constructor(low: number, high: number) {
    this.low = finite(low);
    // `high` itself goes into the last bucket between, hence one less. Where both ends meet, any great number will do.
    this.scale = Math.min(Number.MAX_VALUE, (numBuckets - 3) / (finite(high) - this.low));
  }

  /** Where a bucket begins, but for rounding; what lies above the last begins nowhere. */
  leastOf(bucket: number): number {
    if (bucket === 0) return -Infinity;
    return bucket < numBuckets ? this.low + (bucket - 1) / this.scale : Infinity;
  }

  /** Writes the bucket number of each of items[from..to) to `numbers`. */
  assign(items: DataView, from: number, to: number, numbers: Uint16Array): void {
    const { low, scale } = this;
    for (let i = from; i < to; i++) {
      numbers[i - from] = Math.max(0, Math.min(numBuckets - 1, (doubleIn(items, i) - low) * scale + 1)) | 0;
    }
  }
}

function finite(value: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
