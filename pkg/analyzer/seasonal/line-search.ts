import { at } from '../element.ts';
import { gradient, innerProduct, type Objective } from './gradient.ts';

/** Trials along one line: a step shrinks or grows by at most 2^30. */
export const maxTrials = 30;
/** The weak Wolfe conditions: least share of the promised decrease, largest share of the slope that may remain. */
const sufficientDecrease = 1e-4;
const remainingSlope = 0.9;

/** A place, the function's value there and its derivatives. */
export interface Place {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * A lower place along a line: the first found that meets the weak Wolfe conditions, by bisection and doubling (Lewis and
 * Overton, Nonsmooth optimization via quasi-Newton methods, 2013). When none was met within the trials, the last place
 * that decreased enough; null if there was none, or where the direction is not one of descent.
 *
 * @param direction its length is the first step
 */
export function lowerAlong(objective: Objective, from: Place, direction: Float64Array): Place | null {
  const slope = innerProduct(from.gradient, direction);
  // What was learnt of a function without a minimum may overflow.
  if (!(slope < 0 && slope > -Infinity)) {
    return null;
  }
  let best: Place | null = null;
  let low = 0;
  let high = Infinity;
  let step = 1;
  for (let trial = 0; trial < maxTrials; trial += 1) {
    const x = from.x.map((coordinate, i) => coordinate + step * at(direction, i));
    const value = objective(x);
    if (value <= from.value + sufficientDecrease * step * slope) {
      best = { x, value, gradient: gradient(objective, x, value) };
      if (innerProduct(best.gradient, direction) >= remainingSlope * slope) {
        return best;
      }
      low = step;
    } else {
      high = step;
    }
    step = high === Infinity ? 2 * low : (low + high) / 2;
  }
  return best;
}
