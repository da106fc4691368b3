import type { NullableTimeColumn, StringColumn, TimeColumn, ValueColumn } from './column.ts';
import type { Field, FieldConfig, Labels } from './field.ts';
import type { FrameMeta } from './meta.ts';

interface Common {
  /** The frame's own name; most frames need none. */
  readonly name?: string;
  readonly meta?: FrameMeta;
}

/** One series: the form for series whose points need not share their times. A refId may have any number of them. */
export interface TimeSeriesMultiFrame extends Common {
  readonly type: 'timeseries-multi';
  /** Ascending, without duplicates. */
  readonly time: TimeColumn;
  readonly value: Field<ValueColumn>;
}

/** Series that share their times. A refId has one such frame. */
export interface TimeSeriesWideFrame extends Common {
  readonly type: 'timeseries-wide';
  /** Ascending, without duplicates. */
  readonly time: TimeColumn;
  readonly values: readonly Field<ValueColumn>[];
}

/** One number. A refId may have any number of them; alert rules and recording rules take them directly. */
export interface NumericMultiFrame extends Common {
  readonly type: 'numeric-multi';
  readonly value: {
    readonly name: string;
    /** null is "no value": alerting makes NoData of it for this label set. */
    readonly value: number | boolean | null;
    readonly labels?: Labels;
    readonly config?: FieldConfig;
    /** 'keep' lets NaN and infinities pass because the data held them; otherwise they are an error. */
    readonly notFinite?: 'keep';
  };
}

/** One number a row, told apart by the strings of the row. A refId has one such frame. */
export interface NumericLongFrame extends Common {
  readonly type: 'numeric-long';
  /** Their names are label names, their values label values: none absent, none empty. */
  readonly keys: readonly Field<StringColumn>[];
  readonly value: Field<ValueColumn>;
}

/** Rows for people. Alerting does not read it. */
export interface TableFrame extends Common {
  readonly type: 'table';
  readonly fields: readonly Field[];
}

/** Marks on time axes. Field names are those Grafana's annotation layer looks for. */
export interface AnnotationsFrame extends Common {
  readonly type: 'annotations';
  readonly time: TimeColumn;
  /** Present where the mark is a region. */
  readonly timeEnd?: NullableTimeColumn;
  readonly title?: StringColumn;
  readonly text: StringColumn;
  /** Comma-separated. */
  readonly tags?: StringColumn;
  readonly id?: StringColumn;
  /** Further fields, shown in the annotation's details. */
  readonly fields?: readonly Field[];
}

/** The answer "there is no data": no fields, but the type that the data would have had. Alone in its refId. */
export interface NoDataFrame extends Common {
  readonly type: 'no-data';
  readonly of: 'timeseries-multi' | 'timeseries-wide' | 'numeric-multi' | 'numeric-long' | 'table';
}

/** Columns for a panel that knows them. Expressions and alert rules guess from the shape of such frames. */
export interface CustomFrame extends Common {
  readonly type: 'custom';
  /** meta.type, for example `heatmap-cells` or a name of the plugin's own; null for none. Never a type above. */
  readonly metaType: string | null;
  readonly fields: readonly Field[];
}

/** Every frame that a handler can return. */
export type Frame =
  | TimeSeriesMultiFrame
  | TimeSeriesWideFrame
  | NumericMultiFrame
  | NumericLongFrame
  | TableFrame
  | AnnotationsFrame
  | NoDataFrame
  | CustomFrame;

export type FrameType = Frame['type'];

/** A frame as Grafana takes it. Plain data: it survives structuredClone, and `bytes.buffer` can be transferred. */
export interface EncodedFrame {
  /** One Arrow IPC file; it is all of its buffer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FrameType;
  /** The label set of each series or number, as a text; unique within a refId (checkAnswer). */
  readonly identities: readonly string[];
}
