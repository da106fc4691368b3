/** An interval of values; min < max, both finite. */
export interface Domain {
  readonly min: number;
  readonly max: number;
}

/** Values to pixels and back. Finite for every finite value. */
export interface Scale {
  readonly kind: 'linear' | 'log' | 'symlog';
  /** Of a symmetric log scale: it is linear from minus this value to this value. */
  readonly linearTo?: number;
  readonly domain: Domain;
  toPixel(value: number): number;
  toValue(pixel: number): number;
  /** How long an interval is along the axis: in values, decades, or powers of e beyond the linear part. */
  length(from: number, to: number): number;
}

/** How far a domain of one single value reaches to both sides, as a part of the value. For drawing only. */
const singleValueMargin = 0.1;

const largest = Number.MAX_VALUE;

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** The domain from min to max; around one single value it is widened, by 1 around zero. */
export function widenedDomain(min: number, max: number): Domain {
  if (min < max) {
    return { min, max };
  }
  const margin = Math.abs(min) * singleValueMargin;
  const reach = margin > 0 && min - margin < min + margin ? margin : 1;
  return { min: Math.max(min - reach, -largest), max: Math.min(min + reach, largest) };
}

/** Position of a value within a domain, 0 at min and 1 at max. Halved, because max - min may not be finite. */
function fraction({ min, max }: Domain, value: number): number {
  const span = max - min;
  return Number.isFinite(span) ? (value - min) / span : (value / 2 - min / 2) / (max / 2 - min / 2);
}

/**
 * A linear scale. Values far outside the domain keep finite pixels: beyond 1e6 lengths of the range they stay there.
 *
 * @param start pixel of domain.min; it may lie beyond `end` (an axis that points upwards)
 */
export function linearScale(domain: Domain, start: number, end: number): Scale {
  return {
    kind: 'linear',
    domain,
    length: (from, to) => to - from,
    toPixel: (value) => start + clamp(fraction(domain, value), -1e6, 1e6) * (end - start),
    toValue: (pixel) => {
      const t = end === start ? 0 : (pixel - start) / (end - start);
      return domain.min * (1 - t) + domain.max * t;
    },
  };
}
