/** Decimals of a float among whylogs' frequent items (spec 3.6). */
const decimals = 6;

/** From here on `toFixed` turns to exponents; such numbers are whole. */
const longestFixed = 1e21;

/** A number as C's and Python's `%f` print it, the text under which whylogs counts floats. */
export function fixedPoint(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude >= longestFixed) return `${sign}${BigInt(magnitude).toString()}.${'0'.repeat(decimals)}`;
  return sign + evenTie(magnitude);
}

/**
 * `toFixed` rounds a tie up and `%f` to the even digit. Only an odd multiple of 2^-7 can lie exactly between two
 * millionths, so it has seven decimals, the last of them a 5.
 */
function evenTie(magnitude: number): string {
  const rounded = magnitude.toFixed(decimals);
  const isTie = Number.isInteger(magnitude * 128) && !Number.isInteger(magnitude * 64);
  if (!isTie) return rounded;
  const exact = magnitude.toFixed(decimals + 1);
  const truncated = exact.slice(0, -1);
  return Number(truncated.at(-1)) % 2 === 0 ? truncated : rounded;
}
