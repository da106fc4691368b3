import { f64 } from '../element.ts';

/*
 * The two halves of a compaction (spec 5.1.5), on one array in which the level above lies directly behind the run:
 *
 *   [ run: 2h items ][ level above: a items ]  becomes  [ h free places ][ level above: h + a items ]
 */

/**
 * Keeps every second item of the ascending, even run [start, start + length), the first of them at `coin`, and merges
 * them into the ascending level above, which begins where the run ends and has `above` items.
 */
export function compactRun(items: Float64Array, start: number, length: number, above: number, coin: 0 | 1): void {
  const end = start + length;
  const half = length / 2;
  if (above === 0) {
    for (let i = half - 1; i >= 0; i--) items[end - half + i] = f64(items, start + 2 * i + coin);
    return;
  }
  for (let i = 0; i < half; i++) items[start + i] = f64(items, start + 2 * i + coin);
  mergeUp(items, start, half, end, end + above);
}

/**
 * Merges [left, left + half) and [right, rightEnd) into [left + half, rightEnd), both ascending. `half` places before
 * `right` are free, so writing never overtakes reading.
 */
function mergeUp(items: Float64Array, left: number, half: number, right: number, rightEnd: number): void {
  let i = left;
  let j = right;
  const leftEnd = left + half;
  for (let to = leftEnd; to < rightEnd; to++) {
    if (j === rightEnd || (i < leftEnd && f64(items, i) < f64(items, j))) {
      items[to] = f64(items, i++);
    } else {
      items[to] = f64(items, j++);
    }
  }
}
