import { u32 } from '../element.ts';
import { SketchError } from '../sketch-error.ts';
import { sketchName } from './frequent-items-layout.ts';
import type { ItemTable } from './item-table.ts';
import { isSameText } from './text-bytes.ts';

/**
 * Steps of search allowed for each text on the average. One or two are usual; a hostile file whose texts all have one hash
 * would need as many as it has texts.
 */
const maxStepsPerText = 64;

/** Steps allowed in any case. */
const freeSteps = 4096;

type Texts = Omit<ItemTable, 'weights'>;

/** Finds texts of a table by their hash: open addressing, at most half full. */
export class TextIndex {
  /** 0 where nothing is, else one more than the index of a text. */
  private slots: Uint32Array;
  private searches = 0;
  private steps = 0;

  /** @param count how many texts are expected; more make it grow */
  constructor(count: number) {
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  }

  /**
   * The index that bytes[start..end) has in `texts`; when it is not there yet, `next` is entered for it and returned.
   *
   * @throws SketchError `limit` when the texts are chosen to make the search slow
   */
  findOrEnter(texts: Texts, next: number, bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (2 * next >= this.slots.length) this.grow(texts.hashes, next);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    this.searches++;
    for (let entry = u32(this.slots, slot); entry !== 0; entry = u32(this.slots, slot)) {
      const index = entry - 1;
      const mayBeSame = u32(texts.hashes, index) === hash;
      if (mayBeSame && isSameText(texts.bytes, u32(texts.starts, index), u32(texts.ends, index), bytes, start, end)) {
        return index;
      }
      slot = (slot + 1) & mask;
      if (++this.steps > freeSteps + maxStepsPerText * this.searches) {
        throw new SketchError('limit', `${sketchName}: texts are made to have the same hash; leave the file out`);
      }
    }
    this.slots[slot] = next + 1;
    return next;
  }

  private grow(hashes: Uint32Array, count: number): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    const mask = this.slots.length - 1;
    for (let index = 0; index < count; index++) {
      let slot = u32(hashes, index) & mask;
      while (u32(this.slots, slot) !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = index + 1;
    }
  }
}
