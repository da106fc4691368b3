const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A number for a sentence: whole from 1,000 on, else with six significant digits; far ones with an exponent. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-6 || (size >= 1e15 && size < Infinity)) return value.toExponential(5);
  return (size < 1000 ? short : grouped).format(value);
}
