import type { KllSketch } from './kll-sketch.ts';

/** What a sketch says besides its items. */
export type KllFacts = Omit<KllSketch, 'items' | 'itemBytes'>;

/**
 * A sketch of doubles whose items still lie in the image it was read from. `items` is made when it is first asked for: a
 * view of the image where that is aligned, else a copy, after which the image is let go. Queries of this room read the
 * image itself; a year of sketches is then never copied.
 *
 * `items` is an own, enumerable property, so that spreading and `structuredClone` give plain sketches with their items.
 */
export class StoredKll implements KllSketch {
  readonly k: number;
  readonly minK: number;
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly levels: Uint32Array;
  readonly isLevelZeroSorted: boolean;
  readonly itemBytes = 8;
  declare readonly items: Float64Array;
  #view: DataView;
  #items: Float64Array | null = null;

  /** @param view the items in the image, little-endian, at any place */
  constructor(facts: KllFacts, view: DataView) {
    this.k = facts.k;
    this.minK = facts.minK;
    this.n = facts.n;
    this.min = facts.min;
    this.max = facts.max;
    this.levels = facts.levels;
    this.isLevelZeroSorted = facts.isLevelZeroSorted;
    this.#view = view;
    Object.defineProperty(this, 'items', StoredKll.#itemsProperty);
  }

  /** The items of any sketch, wherever they lie. Every platform the product runs on is little-endian, as the image is. */
  static viewOf(sketch: KllSketch): DataView {
    if (#view in sketch) return sketch.#view;
    return new DataView(sketch.items.buffer, sketch.items.byteOffset, sketch.items.byteLength);
  }

  // One for all sketches, so that the engine gives them one shape.
  static readonly #itemsProperty: PropertyDescriptor & ThisType<StoredKll> = {
    enumerable: true,
    get() {
      return this.#readItems();
    },
  };

  #readItems(): Float64Array {
    if (this.#items === null) {
      const { buffer, byteOffset, byteLength } = this.#view;
      if (byteOffset % 8 === 0) {
        this.#items = new Float64Array(buffer, byteOffset, byteLength / 8);
      } else {
        const items = new Float64Array(byteLength / 8);
        new Uint8Array(items.buffer).set(new Uint8Array(buffer, byteOffset, byteLength));
        this.#items = items;
        this.#view = new DataView(items.buffer);
      }
    }
    return this.#items;
  }
}
