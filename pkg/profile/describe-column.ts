import type { ColumnProfile, IntRange } from './column-profile.ts';
import { describeCardinality, describeDistribution, describeFrequentItems } from './describe-sketches.ts';
import { describeNumber, type JsonValue } from './describe-value.ts';
import { noIntegerMax, noIntegerMin } from './integer-sentinels.ts';
import type { OtherComponent, StructValue } from './other-component.ts';
import { isList } from './struct-value.ts';

/**
 * Everything a column says, as JSON: one key a metric (`counts`, `types`, `distribution`, `ints`, `cardinality`,
 * `frequent_items`, `condition_count`), one a namespace of submetrics or of a custom metric. Numbers that JSON does not
 * have are texts: `NaN`, `Infinity`, `-Infinity`, `-0`, and the digits of integers beyond 2^53.
 */
export function describeColumn(column: ColumnProfile): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(metricEntries(column));
}

function* metricEntries(column: ColumnProfile): Generator<[string, JsonValue]> {
  if (column.counts !== null) yield ['counts', known(column.counts)];
  if (column.types !== null) yield ['types', known(column.types)];
  if (column.distribution !== null) yield ['distribution', describeDistribution(column.distribution)];
  if (column.ints !== null) yield ['ints', describeIntRange(column.ints)];
  if (column.cardinality !== null) yield ['cardinality', describeCardinality(column.cardinality)];
  if (column.theta.length > 0) yield ['theta', column.theta.map((sketch) => ({ ...sketch }))];
  if (column.frequentItems !== null) yield ['frequent_items', describeFrequentItems(column.frequentItems)];
  if (column.conditionCount !== null) yield ['condition_count', Object.fromEntries(column.conditionCount)];
  yield* namespaceEntries(column);
}

/** Submetrics and plain components can share a namespace: embeddings have `references` beside their submetrics. */
function namespaceEntries({ submetrics, other }: ColumnProfile): Map<string, JsonValue> {
  const namespaces = new Map<string, Record<string, JsonValue>>();
  const add = (namespace: string, key: string, value: JsonValue): void => {
    namespaces.set(namespace, { ...namespaces.get(namespace), [key]: value });
  };
  for (const [namespace, metric] of submetrics) {
    for (const [name, part] of metric) add(namespace, name, describeColumn(part));
  }
  for (const [path, component] of other) {
    const slash = path.indexOf('/');
    const name = path.slice(slash + 1);
    // A custom metric made of one dataclass is its Struct: whylogs calls the same its summary.
    add(slash < 0 ? '' : path.slice(0, slash), name === 'dataclass_param' ? 'summary' : name, describeOther(component));
  }
  return namespaces;
}

function describeOther(component: OtherComponent): JsonValue {
  switch (component.kind) {
    case 'integer':
    case 'double':
      return describeNumber(component.value);
    case 'struct':
      return describeStruct(component.value);
    case 'kll':
      return describeDistribution({ mean: null, m2: null, kll: component.value });
    case 'hll':
      return describeCardinality(component.value);
    case 'frequent-items':
      return describeFrequentItems(component.value);
    case 'bytes':
      return { typeId: component.typeId, bytes: component.value.length };
    case 'unmerged':
      return { typeId: component.typeId, unmerged: true };
  }
}

function describeStruct(value: StructValue): JsonValue {
  if (typeof value === 'number') return describeNumber(value);
  if (isList(value)) return value.map(describeStruct);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, describeStruct(inner)]));
}

function describeIntRange({ min, max }: IntRange): JsonValue {
  return {
    max: describeNumber(max ?? noIntegerMax),
    min: describeNumber(min ?? noIntegerMin),
    empty: min === null,
  };
}

function known(counters: object): JsonValue {
  return Object.fromEntries(
    Object.entries(counters).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : []))
  );
}
