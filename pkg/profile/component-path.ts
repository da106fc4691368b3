import type { MetricName } from './column-profile.ts';

/** Components of the standard metrics (spec 3.2 to 3.6). `cardinality/theta…` are ours: only v0 has theta sketches. */
export const slotPaths = [
  'counts/n',
  'counts/null',
  'counts/nan',
  'counts/inf',
  'counts/true',
  'types/integral',
  'types/fractional',
  'types/boolean',
  'types/string',
  'types/object',
  'types/tensor',
  'distribution/kll',
  'distribution/mean',
  'distribution/m2',
  'ints/max',
  'ints/min',
  'cardinality/hll',
  'cardinality/theta-numbers',
  'cardinality/theta-strings',
  'frequent_items/frequent_strings',
] as const;

export type SlotPath = (typeof slotPaths)[number];

/** Where a component belongs in a column's profile. */
export type ComponentPlace =
  | { readonly kind: 'slot'; readonly path: string; readonly slot: SlotPath }
  | { readonly kind: 'condition'; readonly path: string; readonly name: string }
  | {
      readonly kind: 'submetric';
      readonly path: string;
      readonly namespace: string;
      readonly submetric: string;
      readonly inner: ComponentPlace;
    }
  | { readonly kind: 'other'; readonly path: string };

/** Position of each standard component in `slotPaths`. */
export const slotIndex: Readonly<Record<SlotPath, number>> = Object.fromEntries(
  slotPaths.map((path, index) => [path, index])
  // `fromEntries` knows only that keys are texts; they are exactly the slot paths.
) as Record<SlotPath, number>;

const slots: ReadonlyMap<string, SlotPath> = new Map(slotPaths.map((path) => [path, path]));
const plainNamespaces: ReadonlySet<string> = new Set(slotPaths.map((path) => path.slice(0, path.indexOf('/'))));

/** Submetrics within submetrics that are told apart; deeper ones are kept under their path. whylogs writes one level. */
const deepestSubmetric = 4;

/** Reads a component path: `<namespace>/<component>` or `<namespace>/<submetric>:<namespace>/<component>` (spec 3). */
export function componentPlace(path: string, depth = 0): ComponentPlace {
  const slot = slots.get(path);
  if (slot !== undefined) return { kind: 'slot', path, slot };
  const slash = path.indexOf('/');
  const namespace = path.slice(0, slash);
  // The name of a condition may hold slashes and colons: everything after the first slash is the name.
  if (namespace === 'condition_count') return { kind: 'condition', path, name: path.slice(slash + 1) };
  const colon = path.indexOf(':', slash);
  const isNested = slash > 0 && colon > slash + 1 && path.indexOf('/', colon) > colon + 1;
  if (isNested && !plainNamespaces.has(namespace) && depth < deepestSubmetric) {
    const inner = componentPlace(path.slice(colon + 1), depth + 1);
    return { kind: 'submetric', path, namespace, submetric: path.slice(slash + 1, colon), inner };
  }
  return { kind: 'other', path };
}

/** The metric by which a component is asked for. */
export function metricOf(place: ComponentPlace): MetricName {
  switch (place.kind) {
    case 'slot':
      return slotMetric[place.slot];
    case 'condition':
      return 'condition_count';
    case 'submetric':
      return 'submetrics';
    case 'other':
      return 'other';
  }
}

const slotMetric: Record<SlotPath, MetricName> = {
  'counts/n': 'counts',
  'counts/null': 'counts',
  'counts/nan': 'counts',
  'counts/inf': 'counts',
  'counts/true': 'counts',
  'types/integral': 'types',
  'types/fractional': 'types',
  'types/boolean': 'types',
  'types/string': 'types',
  'types/object': 'types',
  'types/tensor': 'types',
  'distribution/kll': 'distribution',
  'distribution/mean': 'distribution',
  'distribution/m2': 'distribution',
  'ints/max': 'ints',
  'ints/min': 'ints',
  'cardinality/hll': 'cardinality',
  'cardinality/theta-numbers': 'cardinality',
  'cardinality/theta-strings': 'cardinality',
  'frequent_items/frequent_strings': 'frequent_items',
};
