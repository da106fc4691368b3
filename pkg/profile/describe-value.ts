/** JSON as it can be printed. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * A number for JSON, which has neither NaN, infinities, negative zero nor integers beyond 2^53: those become texts
 * (`NaN`, `Infinity`, `-0`, decimal digits).
 */
export function describeNumber(value: number | bigint | null): number | string | null {
  if (value === null) return null;
  if (typeof value === 'bigint') {
    const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
    return isSafe ? Number(value) : value.toString();
  }
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}
