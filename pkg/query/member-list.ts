import type { CatalogEntry } from '../store/index.ts';
import type { PlannedMember } from './plan.ts';

/** Gives each profile one number, so that a plan names it once however many segments hold it. */
export class MemberList {
  readonly members: PlannedMember[] = [];
  readonly #positions = new Map<CatalogEntry, number>();

  position(entry: CatalogEntry): number {
    let position = this.#positions.get(entry);
    if (position === undefined) {
      position = this.members.push({ object: entry.object, index: entry.index, arrivalMs: entry.arrivalMs }) - 1;
      this.#positions.set(entry, position);
    }
    return position;
  }

  positions(entries: readonly CatalogEntry[]): readonly number[] {
    return entries.map((entry) => this.position(entry));
  }
}
