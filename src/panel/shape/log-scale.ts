import { type Domain, linearScale, type Scale } from './scale.ts';

/** How values lie along the axis. */
export type XScale = 'linear' | 'log' | 'symlog';

/** The linear part of a symmetric scale is at least this part of the largest value. */
const leastLinearPart = 1e-9;

function clamp(value: number, { min, max }: Domain): number {
  return Math.min(Math.max(value, min), max);
}

/** A linear scale over transformed values; the linear one where the transformed ends are the same number. */
function transformed(
  kind: Pick<Scale, 'kind' | 'linearTo'>,
  domain: Domain,
  forward: (value: number) => number,
  backward: (value: number) => number,
  start: number,
  end: number
): Scale {
  const inside = (value: number) => forward(clamp(value, domain));
  const inner: Domain = { min: inside(domain.min), max: inside(domain.max) };
  if (!(inner.min < inner.max)) {
    return linearScale(domain, start, end);
  }
  const scale = linearScale(inner, start, end);
  return {
    ...kind,
    domain,
    toPixel: (value) => scale.toPixel(inside(value)),
    toValue: (pixel) => clamp(backward(scale.toValue(pixel)), domain),
    length: (from, to) => inside(to) - inside(from),
  };
}

/**
 * The scale of an axis. Values beyond its domain are drawn at its ends, except on a linear one.
 *
 * `log` counts in powers of ten. Where not all values are positive there is none, and `symlog` takes its place: linear
 * around zero, to both sides as far as the narrowest bin reaches (there is no finer detail in the data), logarithmic
 * beyond: sign(x) · ln(1 + |x| ÷ c), after Webber (2013), "A bi-symmetric log transformation for wide-range data".
 *
 * @param narrowest width of the narrowest bin, in values
 */
export function axisScale(wanted: XScale, domain: Domain, narrowest: number, start: number, end: number): Scale {
  if (wanted === 'linear') {
    return linearScale(domain, start, end);
  }
  if (wanted === 'log' && domain.min > 0) {
    return transformed({ kind: 'log' }, domain, Math.log10, (power) => 10 ** power, start, end);
  }
  const largest = Math.max(Math.abs(domain.min), Math.abs(domain.max));
  const linearTo = Math.max(narrowest, largest * leastLinearPart);
  if (!(linearTo > 0 && Number.isFinite(linearTo))) {
    return linearScale(domain, start, end);
  }
  return transformed(
    { kind: 'symlog', linearTo },
    domain,
    (value) => Math.sign(value) * Math.log1p(Math.abs(value) / linearTo),
    (value) => Math.sign(value) * Math.expm1(Math.abs(value)) * linearTo,
    start,
    end
  );
}
