/**
 * What is wrong with a place in a document.
 *
 * - `error`: the analyzer, monitor or document cannot run; in an editor: it cannot be saved.
 * - `warning`: it runs, and probably does something else than was meant.
 * - `note`: it runs; something is ignored, read leniently or an extension of ours.
 */
export type ProblemSeverity = 'error' | 'warning' | 'note';

export type ProblemCode =
  | 'unreadable'
  | 'missing'
  | 'wrong-type'
  | 'unknown-value'
  | 'unknown-key'
  | 'out-of-range'
  | 'length'
  | 'pattern'
  | 'duplicate'
  | 'lenient'
  | 'extension'
  | 'never-runs'
  | 'unknown-metric'
  | 'duration'
  | 'time'
  | 'cron'
  | 'contradiction'
  | 'unsupported'
  | 'reference'
  | 'composite'
  | 'metadata';

export interface Problem {
  readonly severity: ProblemSeverity;
  /** Place in the document, as in `analyzers[3].config.baseline.size`; empty for the whole. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What is wrong and what to do about it. Starts with neither path nor severity. */
  readonly text: string;
}

/** Collects problems while a document is read. */
export class Problems {
  readonly #list: Problem[] = [];

  get list(): readonly Problem[] {
    return this.#list;
  }

  add(severity: ProblemSeverity, path: string, code: ProblemCode, text: string): void {
    this.#list.push({ severity, path, code, text });
  }
}

/** A problem as one line: `error analyzers[0].config: …`. */
export function problemText({ severity, path, text }: Problem): string {
  return path === '' ? `${severity}: ${text}` : `${severity} ${path}: ${text}`;
}

/** A place relative to an object: a key, or keys and positions in lists one inside the other. */
export type RelativePlace = string | readonly (string | number)[];

/** The path of a place inside an object. */
export function placePath(path: string, place: RelativePlace): string {
  return typeof place === 'string'
    ? childPath(path, place)
    : place.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : childPath(at, step)), path);
}

/** The path of a key inside an object: `a.b`, or `a["b c"]` where the key is no plain word. */
export function childPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === '' ? key : `${path}.${key}`;
}
