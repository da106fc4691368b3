import { type ComponentPlace, componentPlace } from './component-path.ts';
import { at } from './element.ts';
import { readText } from './text.ts';

/**
 * Places of paths met before. Every file of a writer has the same few dozen, so they are worked out once.
 * Bounded, because a hostile file can bring any number; a full table is emptied.
 */
const knownPlaces = new Map<string, ComponentPlace>();
const mostKnownPlaces = 4096;
const longestKnownPath = 256;

function knownPlace(path: string): ComponentPlace {
  const known = knownPlaces.get(path);
  if (known !== undefined) return known;
  if (knownPlaces.size >= mostKnownPlaces) knownPlaces.clear();
  const place = componentPlace(path);
  if (path.length <= longestKnownPath) knownPlaces.set(path, place);
  return place;
}

/** The component paths of one v1 file, by the index under which its chunks use them. Paths are decoded on first use. */
export class PathTable {
  private readonly header: Uint8Array;
  private readonly ranges: number[] = [];
  private places: Map<number, ComponentPlace> | null = null;

  constructor(header: Uint8Array) {
    this.header = header;
  }

  /** Takes up a path: its index, and its text as a range of the header. */
  add(index: number, start: number, end: number): void {
    this.ranges.push(index, start, end);
  }

  get(index: number): ComponentPlace | null {
    this.places ??= this.read();
    return this.places.get(index) ?? null;
  }

  private read(): Map<number, ComponentPlace> {
    const places = new Map<number, ComponentPlace>();
    for (let entry = 0; entry < this.ranges.length; entry += 3) {
      const path = readText(this.header, at(this.ranges, entry + 1), at(this.ranges, entry + 2));
      places.set(at(this.ranges, entry), knownPlace(path));
    }
    return places;
  }
}
