import type { DisplayBin } from '../shape/display-bins.ts';
import type { Formatter } from './number.ts';

/** A bin's edges are told to this part of its width. */
const edgePrecision = 0.005;
const mostDecimals = 10;

/** The fewest digits behind the point with which both edges are told closely enough. */
export function edgeDecimals(xMin: number, xMax: number): number {
  const tolerance = (xMax - xMin) * edgePrecision;
  if (!(tolerance > 0)) {
    return singleDecimals(xMin);
  }
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    if ([xMin, xMax].every((edge) => Math.abs(Number(edge.toFixed(decimals)) - edge) <= tolerance)) {
      return decimals;
    }
  }
  return mostDecimals;
}

/** Digits behind the point that a value has, for one that has no neighbour; at most six. */
function singleDecimals(value: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (Number(value.toFixed(decimals)) === value) {
      return decimals;
    }
  }
  return 6;
}

/** The whole numbers of a bin whose edges lie between them: `4`, `4 to 6`. */
export function wholeText({ xMin, xMax }: Pick<DisplayBin, 'xMin' | 'xMax'>, format: Formatter): string {
  const [first, last] = [Math.ceil(xMin), Math.floor(xMax)];
  return first >= last ? format.value(first, 0) : `${format.value(first, 0)} to ${format.value(last, 0)}`;
}

/** `[40, 45)`, the last bin `[45, 50]`, a single value `7`. */
export function edgesText({ xMin, xMax, isClosed }: Pick<DisplayBin, 'xMin' | 'xMax' | 'isClosed'>, format: Formatter) {
  const decimals = edgeDecimals(xMin, xMax);
  const start = format.value(xMin, decimals);
  return xMin === xMax ? start : `[${start}, ${format.value(xMax, decimals)}${isClosed ? ']' : ')'}`;
}
