import { f64, u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { capacityOf, family, headerSize, lgMapSize, sketchName } from './frequent-items-layout.ts';
import type { FrequentItems } from './frequent-items.ts';
import { orderOf } from './item-table.ts';
import { tableOf } from './stored-frequent-items.ts';

/** Both bits that mean empty: C++ looks at the first, Java at the third. */
const emptyFlags = 5;

/**
 * Writes whylogs' layout (spec 5.3), items in code-point order. Unlike whylogs' own writer it keeps total weight and
 * offset when every item was dropped; its reader takes them.
 *
 * @throws SketchError `argument` when the sketch holds more items than lgMax allows, as sums over a window may
 */
export function writeFrequentItems(sketch: FrequentItems): Uint8Array {
  const { bytes, starts, ends, weights } = tableOf(sketch);
  const count = weights.length;
  if (count > capacityOf(sketch.lgMax)) {
    throw new SketchError(
      'argument',
      `${sketchName}: ${count} items are too many for lgMax ${sketch.lgMax}; merge sketches instead of adding them`
    );
  }
  if (sketch.totalWeight === 0) return Uint8Array.of(1, 1, family, sketch.lgMax, lgMapSize(0), emptyFlags, 0, 0);

  const textBytes = ends.reduce((sum, end, i) => sum + end - u32(starts, i), 0);
  const image = new Uint8Array(headerSize + 12 * count + textBytes);
  const view = new DataView(image.buffer);
  image.set([4, 1, family, sketch.lgMax, lgMapSize(count)]);
  view.setUint32(8, count, true);
  setCount(view, 16, sketch.totalWeight);
  setCount(view, 24, sketch.offset);
  let at = headerSize + 8 * count;
  orderOf(tableOf(sketch)).forEach((item, i) => {
    setCount(view, headerSize + 8 * i, f64(weights, item));
    const text = bytes.subarray(u32(starts, item), u32(ends, item));
    view.setUint32(at, text.length, true);
    image.set(text, at + 4);
    at += 4 + text.length;
  });
  return image;
}

function setCount(view: DataView, offset: number, count: number): void {
  view.setUint32(offset, count % 0x1_0000_0000, true);
  view.setUint32(offset + 4, Math.floor(count / 0x1_0000_0000), true);
}
