import { mergeFrequentItems, mergeKll, unionHll } from '../sketch/index.ts';
import type { OtherComponent } from './other-component.ts';

/** Registry numbers whose merge is known (spec 1.3). */
const plain = 0;
const minimum = 1;
const maximum = 2;

/** Merges a component of a custom metric by the registry's rule; where only its own code has one, equal values stay. */
export function mergeOther(left: OtherComponent, right: OtherComponent, seed: number): OtherComponent {
  return mergeKnown(left, right, seed) ?? (isSame(left, right) ? left : { kind: 'unmerged', typeId: left.typeId });
}

function mergeKnown(left: OtherComponent, right: OtherComponent, seed: number): OtherComponent | null {
  if (left.typeId !== right.typeId) return null;
  if (left.kind === 'integer' && right.kind === 'integer') {
    const value = mergeInteger(left.typeId, left.value, right.value);
    return value === null ? null : { ...left, value };
  }
  if (left.typeId !== plain) return null;
  if (left.kind === 'double' && right.kind === 'double') return { ...left, value: left.value + right.value };
  if (left.kind === 'kll' && right.kind === 'kll') return { ...left, value: mergeKll(left.value, right.value, seed) };
  if (left.kind === 'hll' && right.kind === 'hll') return { ...left, value: unionHll([left.value, right.value]) };
  if (left.kind === 'frequent-items' && right.kind === 'frequent-items') {
    return { ...left, value: mergeFrequentItems(left.value, right.value) };
  }
  return null;
}

function mergeInteger(typeId: number, left: bigint, right: bigint): bigint | null {
  switch (typeId) {
    case plain:
      return left + right;
    case minimum:
      return left < right ? left : right;
    case maximum:
      return left > right ? left : right;
    default:
      return null;
  }
}

function isSame(left: OtherComponent, right: OtherComponent): boolean {
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    return left.field === right.field && Buffer.compare(left.value, right.value) === 0;
  }
  if (left.kind === 'struct' && right.kind === 'struct') {
    return JSON.stringify(left.value) === JSON.stringify(right.value);
  }
  if (left.kind === 'integer' && right.kind === 'integer') return left.value === right.value;
  return left.kind === 'double' && right.kind === 'double' && Object.is(left.value, right.value);
}
