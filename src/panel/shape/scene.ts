import type { Item } from './hit-test.ts';

/** What a mark stands for; colours and patterns are chosen by the theme (draw/paints.ts). */
export type Fill =
  | 'target'
  /** A target that is not to be judged: too few values. */
  | 'target-muted'
  | 'baseline-area'
  /** Special values of the target. */
  | 'special'
  /** Share of the distance where the target has more than the baseline, and where it has less. */
  | 'more'
  | 'less';
export type Stroke = 'baseline' | 'target' | 'grid' | 'axis';
export type Ink = 'text' | 'weak' | 'new' | 'gone';

/** One thing to draw, in CSS pixels of the canvas. All numbers are finite. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly fill: Fill;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'path';
      readonly stroke: Stroke;
      readonly lineWidth: number;
      /** x and y in turn. */
      readonly points: readonly number[];
    }
  | { readonly kind: 'dot'; readonly stroke: Stroke; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'text';
      readonly ink: Ink;
      readonly text: string;
      readonly x: number;
      /** Middle of the line. */
      readonly y: number;
      readonly align: 'left' | 'center' | 'right';
    };

/** A row of a reading: what, of the target, of the baseline. Null: the side does not have it. */
export interface ReadingRow {
  readonly label: string;
  readonly target: string | null;
  readonly baseline: string | null;
}

/** What is to be read of one bar: the tooltip, a row of the table, what a screen reader says. */
export interface Reading {
  readonly title: string;
  readonly rows: readonly ReadingRow[];
  /** Single facts: change, contribution, badge. */
  readonly remarks: readonly string[];
}

/** A bar that can be pointed at, focused and read. */
export interface ReadableItem extends Item {
  readonly reading: Reading;
  /** Part of the distance, for going from one contributor to the next; null when it has none of its own. */
  readonly contribution: number | null;
}

/** A drawing without any canvas: marks from back to front, and what can be pointed at. */
export interface Scene {
  readonly marks: readonly Mark[];
  /** In ascending order along `axis`. */
  readonly items: readonly ReadableItem[];
  readonly axis: 'x' | 'y';
}

/** Font size of all texts on the canvas, in CSS pixels. */
export const fontSize = 11;
