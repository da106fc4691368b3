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
  /** Null while there is none, as in most columns. */
  conditions: Map<string, ComponentRange> | null = null;
  /** By namespace, then by submetric. */
  submetrics: Map<string, Map<string, ComponentSet>> | null = null;
  other: Map<string, ComponentRange> | null = null;
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
        (this.conditions ??= new Map<string, ComponentRange>()).set(place.name, { path: place.path, start, end });
        return;
      case 'submetric':
        this.submetric(place.namespace, place.submetric).add(place.inner, start, end);
        return;
      case 'other':
        (this.other ??= new Map<string, ComponentRange>()).set(place.path, { path: place.path, start, end });
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
    const submetrics = (this.submetrics ??= new Map<string, Map<string, ComponentSet>>());
    let metric = submetrics.get(namespace);
    if (metric === undefined) submetrics.set(namespace, (metric = new Map<string, ComponentSet>()));
    let set = metric.get(name);
    if (set === undefined) metric.set(name, (set = new ComponentSet()));
    return set;
  }
}
