import type { Column } from './column.ts';
import { decodeTexts } from './decode-texts.ts';
import { at } from './element.ts';
import type { Field, Labels } from './field.ts';
import type { AnnotationsFrame, Frame, NumericLongFrame, NumericMultiFrame } from './frame.ts';
import { booleans } from './booleans.ts';
import { numbers } from './numbers.ts';
import { labelText } from './labels.ts';

/** A frame as fields in their order, with what the schema says of the whole. */
export interface Layout {
  readonly fields: readonly Field[];
  /** meta.type; null for a frame without one. */
  readonly metaType: string | null;
  readonly dataTopic: 'annotations' | null;
  readonly identities: readonly string[];
}

const noLabels: Labels = {};

/** The fields, type and identities of a frame. Checks nothing: see checkLayout. */
export function layoutOf(frame: Frame): Layout {
  switch (frame.type) {
    case 'timeseries-multi':
      return typed(frame.type, [{ name: 'time', values: frame.time }, frame.value], identitiesOf([frame.value]));
    case 'timeseries-wide':
      return typed(frame.type, [{ name: 'time', values: frame.time }, ...frame.values], identitiesOf(frame.values));
    case 'numeric-multi':
      return typed(frame.type, [oneNumber(frame)], identitiesOf([frame.value]));
    case 'numeric-long':
      return typed(frame.type, [...frame.keys, frame.value], rowIdentities(frame));
    case 'table':
      return typed(frame.type, frame.fields, []);
    case 'annotations':
      return { ...typed('table', annotationFields(frame), []), dataTopic: 'annotations' };
    case 'no-data':
      return typed(frame.of, [], []);
    case 'custom':
      return { fields: frame.fields, metaType: frame.metaType, dataTopic: null, identities: [] };
  }
}

function typed(metaType: string, fields: readonly Field[], identities: readonly string[]): Layout {
  return { fields, metaType, dataTopic: null, identities };
}

function identitiesOf(series: readonly { readonly labels?: Labels }[]): string[] {
  return series.map(({ labels }) => labelText(labels ?? noLabels));
}

function oneNumber({ value }: NumericMultiFrame): Field {
  const column =
    typeof value.value === 'boolean'
      ? booleans([value.value])
      : numbers([value.value], { notFinite: value.notFinite ?? 'reject' });
  const { name, labels, config } = value;
  return { name, values: column, ...(labels && { labels }), ...(config && { config }) };
}

/** The readers of numeric-long take a row's strings, and the labels of the value's field, for its label set. */
function rowIdentities(frame: NumericLongFrame): string[] {
  const keys = frame.keys.map(({ name, values }) => ({ name, texts: decodeTexts(values) }));
  return Array.from({ length: frame.value.values.length }, (_, row) => {
    const pairs = keys.map(({ name, texts }) => [name, at(texts, row) ?? ''] as const);
    return labelText({ ...frame.value.labels, ...Object.fromEntries(pairs) });
  });
}

function annotationFields(frame: AnnotationsFrame): Field[] {
  const known: readonly (readonly [string, Column | undefined])[] = [
    ['time', frame.time],
    ['timeEnd', frame.timeEnd],
    ['title', frame.title],
    ['text', frame.text],
    ['tags', frame.tags],
    ['id', frame.id],
  ];
  const given = known.flatMap(([name, values]) => (values ? [{ name, values }] : []));
  return [...given, ...(frame.fields ?? [])];
}
