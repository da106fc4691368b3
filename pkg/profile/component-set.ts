import { type ComponentPlace, slotIndex, type SlotPath, slotPaths } from './component-path.ts';
import type { ComponentReader } from './component-reader.ts';
import { at } from './element.ts';

/** A component message as a range of the column's bytes. */
export interface ComponentRange {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The components of a column, or of a submetric, sorted into their places. */
export class ComponentSet {
  readonly conditions = new Map<string, ComponentRange>();
  /** By namespace, then by submetric. */
  readonly submetrics = new Map<string, Map<string, ComponentSet>>();
  readonly other = new Map<string, ComponentRange>();
  private readonly starts = new Array<number>(slotPaths.length).fill(-1);
  private readonly ends = new Array<number>(slotPaths.length).fill(-1);

  /** Of two messages with one path the later counts, as in any protobuf map. */
  add(place: ComponentPlace, start: number, end: number): void {
    switch (place.kind) {
      case 'slot':
        this.starts[slotIndex[place.slot]] = start;
        this.ends[slotIndex[place.slot]] = end;
        return;
      case 'condition':
        this.conditions.set(place.name, { path: place.path, start, end });
        return;
      case 'submetric':
        this.submetric(place.namespace, place.submetric).add(place.inner, start, end);
        return;
      case 'other':
        this.other.set(place.path, { path: place.path, start, end });
    }
  }

  /** Turns the reader to a standard component; false when the column does not have it. */
  open(reader: ComponentReader, path: SlotPath): boolean {
    const start = at(this.starts, slotIndex[path]);
    if (start < 0) return false;
    reader.open(path, start, at(this.ends, slotIndex[path]));
    return true;
  }

  private submetric(namespace: string, name: string): ComponentSet {
    let metric = this.submetrics.get(namespace);
    if (metric === undefined) this.submetrics.set(namespace, (metric = new Map<string, ComponentSet>()));
    let set = metric.get(name);
    if (set === undefined) metric.set(name, (set = new ComponentSet()));
    return set;
  }
}
