import type { Column } from './column.ts';

/** Names and values that identify a series; see validLabels. */
export type Labels = Readonly<Record<string, string>>;

/** A link on a field or a value. `url` may hold Grafana's own `${__field...}` expressions. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** How a field is to be shown (protocol section 3.6). What is left out is decided by the panel. */
export interface FieldConfig {
  /** The name in legends, unless the user gave one. */
  readonly displayNameFromDS?: string;
  readonly description?: string;
  /** A unit id of Grafana, for example `percentunit`. */
  readonly unit?: string;
  /** 0 to 65535. */
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** Milliseconds between points, so that panels can break a line where one is missing. */
  readonly interval?: number;
  /** The text in place of an absent value. */
  readonly noValue?: string;
  readonly filterable?: boolean;
  readonly links?: readonly DataLink[];
  /** Anything JSON can say. */
  readonly custom?: object;
}

/** A named column. */
export interface Field<C extends Column = Column> {
  readonly name: string;
  readonly values: C;
  readonly labels?: Labels;
  readonly config?: FieldConfig;
}
