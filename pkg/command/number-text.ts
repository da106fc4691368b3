/** Significant digits that a person is shown. */
const digits = 6;

/**
 * A number for a table: whole numbers as they are, others with six significant digits; an absent one is a dash. The
 * shape is the same in every locale, so that a line can be searched for.
 */
export function numberText(value: number | bigint | null): string {
  if (value === null) {
    return '–';
  }
  if (typeof value === 'bigint' || Number.isInteger(value)) {
    return String(value);
  }
  return String(Number(value.toPrecision(digits)));
}
