const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count with its thousands told apart: 5,912. */
export function countText(count: number): string {
  return counts.format(count);
}

function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  // The greatest number rounds to infinity.
  return String(Number.isFinite(rounded) ? rounded : value);
}

/**
 * Two numbers in few digits, three at least and so many that unequal numbers look unequal.
 *
 * @returns the text of an absent second number is empty
 */
export function toldApart(first: number, second: number | null): readonly [string, string] {
  const fewest = 3;
  // 17 digits tell any two numbers apart.
  for (let digits = fewest; digits < 17; digits += 1) {
    const texts = [significant(first, digits), second === null ? '' : significant(second, digits)] as const;
    if (first === second || texts[0] !== texts[1]) {
      return texts;
    }
  }
  return [String(first), String(second)];
}
