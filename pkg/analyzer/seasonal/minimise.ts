import { at } from '../element.ts';
import { gradient, innerProduct, type Objective } from './gradient.ts';
import { lowerAlong, type Place } from './line-search.ts';

/** The search ends where no derivative is larger. */
const gradientTolerance = 1e-6;
/** A decrease that counts as none; after so many in a row the search ends. */
const tinyDecrease = 1e-13;
const tinyDecreases = 3;
/** Most steps of a search. Usual are 10 to 40; a minimum on the edge of the invertible region takes more. */
export const maxSteps = 200;

/**
 * A local minimum by the dense quasi-Newton search of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright,
 * Numerical Optimization, 2nd edition, 6.1; spec/sarima.md 5).
 *
 * @param objective values that are not finite count as too large
 * @returns the place, as near as the search came; null where the function has no finite value at the start
 */
export function minimise(objective: Objective, start: Float64Array): Float64Array | null {
  const finite: Objective = (x) => {
    const value = objective(x);
    return Number.isFinite(value) ? value : Infinity;
  };
  const value = finite(start);
  if (value === Infinity) {
    return null;
  }
  let place: Place = { x: start, value, gradient: gradient(finite, start, value) };
  // The inverse of the matrix of second derivatives, as learnt so far. Null: nothing yet.
  let inverse: readonly Float64Array[] | null = null;
  let tiny = 0;
  for (let step = 0; step < maxSteps && tiny < tinyDecreases; step += 1) {
    if (place.gradient.every((derivative) => Math.abs(derivative) < gradientTolerance)) {
      break;
    }
    const next = lowerAlong(
      finite,
      place,
      inverse === null ? steepest(place.gradient) : newton(inverse, place.gradient)
    );
    if (next !== null) {
      tiny = place.value - next.value < tinyDecrease ? tiny + 1 : 0;
      inverse = learn(inverse, place, next);
      place = next;
    } else if (inverse === null) {
      break;
    } else {
      inverse = null;
    }
  }
  return place.x;
}

/** Downhill, by a step of at most 1. */
function steepest(slope: Float64Array): Float64Array {
  const length = Math.max(1, Math.sqrt(innerProduct(slope, slope)));
  return slope.map((derivative) => -derivative / length);
}

function newton(inverse: readonly Float64Array[], slope: Float64Array): Float64Array {
  return Float64Array.from(inverse, (row) => -innerProduct(row, slope));
}

/** The formula of the four; before the first step the matrix is a multiple of the identity (ibid. 6.20). */
function learn(inverse: readonly Float64Array[] | null, from: Place, to: Place): readonly Float64Array[] | null {
  const step = to.x.map((coordinate, i) => coordinate - at(from.x, i));
  const change = to.gradient.map((derivative, i) => derivative - at(from.gradient, i));
  const curvature = innerProduct(step, change);
  if (!(curvature > 0)) {
    return inverse;
  }
  const scale = curvature / innerProduct(change, change);
  const before = inverse ?? identity(step.length, scale);
  const turned = Float64Array.from(before, (row) => innerProduct(row, change));
  const weight = (1 + innerProduct(change, turned) / curvature) / curvature;
  return before.map((row, i) =>
    row.map(
      (element, j) =>
        element +
        weight * at(step, i) * at(step, j) -
        (at(turned, i) * at(step, j) + at(step, i) * at(turned, j)) / curvature
    )
  );
}

function identity(size: number, scale: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => new Float64Array(size).fill(scale, i, i + 1));
}
