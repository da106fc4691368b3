/** Sizes from which and up to which numbers are written out; others get an exponent. */
const plain = { from: 1e-4, below: 1e15 };

const writtenOut = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A number as a sentence shows it: at most six significant digits, thousands apart, `1e-7` for the very small. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size === Infinity) {
    return value > 0 ? 'infinity' : '-infinity';
  }
  if (size !== 0 && (size < plain.from || size >= plain.below)) {
    return Number(value.toPrecision(6)).toExponential();
  }
  // Minus zero is zero to people.
  return writtenOut.format(value + 0);
}

/** A share as whole per cent. */
export function formatShare(share: number): string {
  return `${formatNumber(Math.round(100 * share))} %`;
}

/** A number of things: "1 batch", "2,000 batches". */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
