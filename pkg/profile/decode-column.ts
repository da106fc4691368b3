import { type ColumnProfile, emptyColumnProfile, type MetricName, metricNames } from './column-profile.ts';
import { metricOf } from './component-path.ts';
import { ComponentReader } from './component-reader.ts';
import { ComponentSet } from './component-set.ts';
import {
  decodeConditionCount,
  decodeCounts,
  decodeDistribution,
  decodeIntRange,
  decodeTheta,
  decodeTypeCounts,
} from './decode-metrics.ts';
import { decodeOther } from './decode-other.ts';
import { at } from './element.ts';
import type { OtherComponent } from './other-component.ts';
import type { RawColumn } from './raw-column.ts';

/**
 * Decodes a column. Only the wanted metrics are looked at (default: all); the others are null or empty in the result.
 * Sketches remain views of the bytes that were read.
 * @throws ProfileError naming object, column, component and byte when something wanted is damaged.
 */
export function decodeColumn(column: RawColumn, wanted: readonly MetricName[] = metricNames): ColumnProfile {
  const entries = column.entries();
  const { places, starts, ends } = entries;
  const components = new ComponentSet();
  for (let entry = 0; entry < places.length; entry++) {
    const place = at(places, entry);
    if (wanted === metricNames || wanted.includes(metricOf(place)))
      components.add(place, at(starts, entry), at(ends, entry));
  }
  return decodeComponents(components, new ComponentReader(column.object, column.name, entries));
}

function decodeComponents(components: ComponentSet, reader: ComponentReader): ColumnProfile {
  return {
    counts: decodeCounts(components, reader),
    types: decodeTypeCounts(components, reader),
    distribution: decodeDistribution(components, reader),
    ints: decodeIntRange(components, reader),
    cardinality: components.open(reader, 'cardinality/hll') ? reader.hll() : null,
    theta: decodeTheta(components, reader),
    frequentItems: components.open(reader, 'frequent_items/frequent_strings') ? reader.frequentItems() : null,
    conditionCount: decodeConditionCount(components, reader),
    submetrics: decodeSubmetrics(components, reader),
    other: decodeOthers(components, reader),
  };
}

function decodeSubmetrics(components: ComponentSet, reader: ComponentReader): ColumnProfile['submetrics'] {
  if (components.submetrics === null) return emptyColumnProfile.submetrics;
  const namespaces = new Map<string, ReadonlyMap<string, ColumnProfile>>();
  for (const [namespace, sets] of components.submetrics) {
    const metric = new Map<string, ColumnProfile>();
    for (const [submetric, set] of sets) metric.set(submetric, decodeComponents(set, reader));
    namespaces.set(namespace, metric);
  }
  return namespaces;
}

function decodeOthers(components: ComponentSet, reader: ComponentReader): ColumnProfile['other'] {
  if (components.other === null) return emptyColumnProfile.other;
  const others = new Map<string, OtherComponent>();
  for (const [path, { start, end }] of components.other) {
    reader.open(path, start, end);
    others.set(path, decodeOther(reader));
  }
  return others;
}
