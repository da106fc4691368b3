/** What becomes of a key here, compared with WhyLabs. */
export const keyVerdicts = [
  'same',
  'corrected, verdict may differ',
  'never worked there, active here',
  'ignored, as there',
  'better, named option',
  'not done',
] as const;

export type KeyVerdict = (typeof keyVerdicts)[number];

/** Where a key stands. */
export interface FactPlace {
  readonly granularity: string;
  /** The object that holds the key. */
  readonly object: Readonly<Record<string, unknown>>;
  /** Names of the entity schema's custom metrics. */
  readonly customMetrics: ReadonlySet<string>;
}

export interface Fact {
  readonly verdict: KeyVerdict;
  readonly text: string;
  /** For which values; absent: for all that no fact before it is for. */
  readonly when?: { readonly text: string; readonly holds: (value: unknown, place: FactPlace) => boolean };
}

/** The keys of one kind of object. */
export interface ShapeFacts {
  /** Name of the kind, as in `config of drift`. */
  readonly name: string;
  readonly keys: Readonly<Record<string, readonly [...Fact[], Fact]>>;
}

export type KeyFacts = readonly [...Fact[], Fact];

/** One fact for all values: the same meaning and default. */
export function same(text: string): KeyFacts {
  return [{ verdict: 'same', text }];
}

/** One fact for all values: read without effect, there and here. */
export function ignored(text: string): KeyFacts {
  return [{ verdict: 'ignored, as there', text }];
}

/** One fact for all values: an accident there, put right here. */
export function corrected(text: string): KeyFacts {
  return [{ verdict: 'corrected, verdict may differ', text }];
}

/** One fact for all values: nothing came of it there; here it works. */
export function active(text: string): KeyFacts {
  return [{ verdict: 'never worked there, active here', text }];
}

/** A fact for some values. */
export function when(
  text: string,
  holds: (value: unknown, place: FactPlace) => boolean,
  [{ verdict, text: what }]: KeyFacts
): Fact {
  return { verdict, text: what, when: { text, holds } };
}

/** Holds for some texts. */
export function isOneOf(...values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && values.includes(value);
}
