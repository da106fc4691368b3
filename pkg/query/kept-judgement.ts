import type { Judgement } from '../monitor/index.ts';

/**
 * A judgement as the cache keeps it. A text takes a third of what the objects take. Whole are kept those that a text
 * would change: with numbers that JSON does not have (NaN, infinities, minus zero), or with parts that are no lists of
 * plain values.
 */
export type KeptJudgement = { readonly text: string } | { readonly whole: Judgement };

/** Where the values of a text belong: names in a judgement, after `/` in its outcome, after `//` in the fields. */
type Shape = readonly string[];

/** Judgements have few shapes, one for each type of analyzer and outcome, so their names are kept once for all. */
const shapes: Shape[] = [];
const shapeNumbers = new Map<string, number>();

function shapeNumber(shape: Shape): number {
  const name = shape.join();
  const known = shapeNumbers.get(name);
  if (known !== undefined) {
    return known;
  }
  shapeNumbers.set(name, shapes.length);
  return shapes.push(shape) - 1;
}

/** True for what comes back from JSON as it was. */
function survives(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every(survives);
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0);
  }
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

const beyondAscii = /[\u0080-\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Shortens a judgement for keeping. */
export function packJudgement(judgement: Judgement): KeptJudgement {
  const shape: string[] = [];
  const values: unknown[] = [];
  const add = (object: object, prefix: string): void => {
    for (const [key, value] of Object.entries(object)) {
      shape.push(prefix + key);
      values.push(value);
    }
  };
  const { outcome, ...facts } = judgement;
  // Of the outcomes only a result has fields.
  const { fields = {}, ...ofOutcome } = { fields: undefined, ...outcome };
  add(facts, '');
  add(ofOutcome, '/');
  add(fields, '//');
  if (!values.every(survives)) {
    return { whole: judgement };
  }
  const json = JSON.stringify([shapeNumber(shape), ...values]).replace(beyondAscii, escaped);
  // Written anew, because V8 takes two bytes for each character of a text that was made from one with an arrow in it.
  return { text: Buffer.from(json, 'latin1').toString('latin1') };
}

/** The judgement that was shortened. */
export function unpackJudgement(kept: KeptJudgement): Judgement {
  if ('whole' in kept) {
    return kept.whole;
  }
  // Written above: the number of a shape, and as many values as it has names.
  const [number, ...values] = JSON.parse(kept.text) as [number, ...unknown[]];
  const fields: Record<string, unknown> = {};
  const outcome: Record<string, unknown> = {};
  const judgement: Record<string, unknown> = { outcome };
  (shapes[number] ?? []).forEach((name, i) => {
    if (name.startsWith('//')) {
      fields[name.slice(2)] = values[i];
    } else if (name.startsWith('/')) {
      outcome[name.slice(1)] = values[i];
    } else {
      judgement[name] = values[i];
    }
  });
  if (outcome['kind'] === 'result') {
    outcome['fields'] = fields;
  }
  // The names and values of a judgement, in their places.
  return judgement as unknown as Judgement;
}
