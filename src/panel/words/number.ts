/** How the numbers of a column are written; the panel makes one from the field's unit and decimals. */
export interface Formatter {
  /** @param decimals digits behind the point that are needed to tell neighbours apart; a unit may overrule it */
  value(value: number, decimals?: number): string;
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** A whole number with its thousands: `48,210`. */
export function countText(count: number): string {
  return grouped.format(count);
}

/** A count or density in few characters, for axes: `48.2K`, `0.0012`. */
export function compactText(value: number): string {
  return value === 0 || Math.abs(value) >= 1 ? compact.format(value) : String(Number(value.toPrecision(2)));
}

/** Making a format takes longer than using it a hundred times, and a picture has thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function formatWith(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = formats.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: 'negative',
  });
  formats.set(key, made);
  return made;
}

/** A number without a unit: thousands grouped, very large and very small ones with a power of ten. */
export function plainNumber(value: number, decimals?: number): string {
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-4)) {
    return value
      .toExponential(2)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e')
      .replaceAll('-', '\u2212');
  }
  const significant = size === 0 ? 0 : Math.max(3 - Math.floor(Math.log10(size)), 0);
  const [least, most] = decimals === undefined ? [0, significant] : [decimals, decimals];
  return formatWith(least, most).format(value).replace('-', '\u2212');
}

/**
 * A share as a percentage of at most three digits: `31.2%`, `2%`, `0.34%`. What is not nothing is never `0%`, what is
 * not everything never `100%`.
 */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.01) {
    return '< 0.01%';
  }
  const decimals = Math.abs(value) < 1 ? 2 : 1;
  const text = String(Number(value.toFixed(decimals)));
  return text === '100' && share < 1 ? '> 99.9%' : `${text}%`;
}

/** A difference of two shares in percentage points with its sign: `+9 points`. */
export function points(difference: number): string {
  const text = String(Number((Math.abs(difference) * 100).toFixed(Math.abs(difference) < 0.01 ? 2 : 1)));
  const sign = text === '0' ? '±' : difference > 0 ? '+' : '\u2212';
  return `${sign}${text} points`;
}

/** A distance with three digits: `0.31`, `0.0123`, `1.2`. */
export function distanceText(distance: number): string {
  return String(Number(distance.toPrecision(Math.abs(distance) < 1 ? 2 : 3)));
}
