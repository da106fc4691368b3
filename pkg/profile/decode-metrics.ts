import type { ThetaSketch } from '../sketch/index.ts';
import type { Counts, Distribution, IntRange, TypeCounts } from './column-profile.ts';
import type { SlotPath } from './component-path.ts';
import type { ComponentReader } from './component-reader.ts';
import type { ComponentSet } from './component-set.ts';
import { noIntegerMax, noIntegerMin } from './integer-sentinels.ts';

function count(components: ComponentSet, reader: ComponentReader, path: SlotPath): number | null {
  return components.open(reader, path) ? reader.count() : null;
}

function double(components: ComponentSet, reader: ComponentReader, path: SlotPath): number | null {
  return components.open(reader, path) ? reader.double() : null;
}

export function decodeCounts(components: ComponentSet, reader: ComponentReader): Counts | null {
  const counts: Counts = {
    n: count(components, reader, 'counts/n'),
    null: count(components, reader, 'counts/null'),
    nan: count(components, reader, 'counts/nan'),
    inf: count(components, reader, 'counts/inf'),
    true: count(components, reader, 'counts/true'),
  };
  const { n, null: nulls, nan, inf, true: trues } = counts;
  return n === null && nulls === null && nan === null && inf === null && trues === null ? null : counts;
}

export function decodeTypeCounts(components: ComponentSet, reader: ComponentReader): TypeCounts | null {
  const types: TypeCounts = {
    integral: count(components, reader, 'types/integral'),
    fractional: count(components, reader, 'types/fractional'),
    boolean: count(components, reader, 'types/boolean'),
    string: count(components, reader, 'types/string'),
    object: count(components, reader, 'types/object'),
    tensor: count(components, reader, 'types/tensor'),
  };
  const { integral, fractional, boolean, string, object, tensor } = types;
  const isEmpty =
    integral === null &&
    fractional === null &&
    boolean === null &&
    string === null &&
    object === null &&
    tensor === null;
  return isEmpty ? null : types;
}

/** Null without the sketch: how many values there are is its n. */
export function decodeDistribution(components: ComponentSet, reader: ComponentReader): Distribution | null {
  const mean = double(components, reader, 'distribution/mean');
  const m2 = double(components, reader, 'distribution/m2');
  return components.open(reader, 'distribution/kll') ? { mean, m2, kll: reader.kll() } : null;
}

export function decodeIntRange(components: ComponentSet, reader: ComponentReader): IntRange | null {
  const max = components.open(reader, 'ints/max') ? reader.integer() : null;
  const min = components.open(reader, 'ints/min') ? reader.integer() : null;
  if (max === null && min === null) return null;
  return { min: min === noIntegerMin ? null : min, max: max === noIntegerMax ? null : max };
}

const thetaPaths: readonly SlotPath[] = ['cardinality/theta-numbers', 'cardinality/theta-strings'];

export function decodeTheta(components: ComponentSet, reader: ComponentReader): readonly ThetaSketch[] {
  const sketches: ThetaSketch[] = [];
  for (const path of thetaPaths) if (components.open(reader, path)) sketches.push(reader.theta());
  return sketches;
}

export function decodeConditionCount(
  components: ComponentSet,
  reader: ComponentReader
): ReadonlyMap<string, number> | null {
  if (components.conditions === null) return null;
  const counts = new Map<string, number>();
  for (const [name, { path, start, end }] of components.conditions) {
    reader.open(path, start, end);
    counts.set(name, reader.count());
  }
  return counts;
}
