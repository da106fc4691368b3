import type { Rect } from './layout.ts';

/** Something that can be pointed at and focused: a bar with the room around it. */
export interface Item {
  readonly area: Rect;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

function start({ area }: Item, axis: 'x' | 'y'): number {
  return axis === 'x' ? area.x : area.y;
}

function contains({ area }: Item, { x, y }: Point): boolean {
  return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}

/**
 * The item under a point, by binary search.
 *
 * @param items in ascending order along the axis, without overlap
 * @returns its index, or null beside all of them
 */
export function hitTest(items: readonly Item[], axis: 'x' | 'y', point: Point): number | null {
  const place = axis === 'x' ? point.x : point.y;
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && start(item, axis) <= place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = items[low - 1];
  return found !== undefined && contains(found, point) ? low - 1 : null;
}
