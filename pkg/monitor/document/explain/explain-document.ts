import { isJsonObject, type JsonObject } from '../../../contract/index.ts';
import { childPath } from '../problem.ts';
import { readSource, type SourceObject } from '../read-source.ts';
import { Refusal } from '../refusal.ts';
import { configShapes } from './config-facts.ts';
import { documentShapes } from './document-facts.ts';
import type { FactPlace, KeyVerdict, ShapeFacts } from './fact.ts';
import { paramsShapes } from './params-facts.ts';

/** One key of a document, and what becomes of it. */
export interface ExplainedKey {
  /** Place of the key, as in `analyzers[0].config.baseline.offset`; columns of the entity schema together, as `*`. */
  readonly path: string;
  readonly key: string;
  readonly verdict: KeyVerdict;
  readonly text: string;
}

const noFacts: ShapeFacts = { name: 'unknown', keys: {} };

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function member(shapes: Readonly<Record<string, ShapeFacts>>, name: string): ShapeFacts {
  return Object.hasOwn(shapes, name) ? (shapes[name] ?? noFacts) : noFacts;
}

function configShape(config: unknown): ShapeFacts {
  const type = isJsonObject(config) ? textOf(config['type']) : '';
  return type === 'conjunction' || type === 'disjunction' ? configShapes.composite : member(configShapes, type);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

class Explainer {
  readonly rows: ExplainedKey[] = [];
  readonly #place: Omit<FactPlace, 'object'>;
  readonly #told = new Set<string>();

  constructor(place: Omit<FactPlace, 'object'>) {
    this.#place = place;
  }

  document(document: JsonObject, path: string): void {
    this.#keys(documentShapes.document, document, path);
    this.#metadata(document, path);
    this.#each(document, 'analyzers', path, (analyzer, at) => this.#analyzer(analyzer, at));
    this.#each(document, 'monitors', path, (monitor, at) => this.#monitor(monitor, at));
    this.#inside(document, 'entitySchema', path, (schema, at) => this.#entitySchema(schema, at));
    this.#inside(document, 'weightConfig', path, (weights, at) => this.#weights(weights, at));
  }

  #analyzer(analyzer: JsonObject, path: string): void {
    this.#keys(documentShapes.analyzer, analyzer, path);
    this.#inside(analyzer, 'schedule', path, (schedule, at) => this.#schedule(schedule, at));
    this.#inside(analyzer, 'targetMatrix', path, (target, at) => {
      this.#keys(documentShapes.targetMatrix, target, at);
      this.#each(target, 'segments', at, (segment, place) => this.#segment(segment, place));
      this.#each(target, 'excludeSegments', at, (segment, place) => this.#segment(segment, place));
    });
    this.#inside(analyzer, 'config', path, (config, at) => this.#config(config, at));
    this.#metadata(analyzer, path);
  }

  #config(config: JsonObject, path: string): void {
    this.#keys(configShape(config), config, path);
    this.#inside(config, 'baseline', path, (baseline, at) => {
      this.#keys(member(documentShapes, textOf(baseline['type'])), baseline, at);
      this.#inside(baseline, 'range', at, (range, place) => this.#keys(documentShapes.timeRange, range, place));
      this.#ranges(baseline, 'exclusionRanges', at);
      this.#inside(baseline, 'exclusionSchedule', at, (schedule, place) => this.#schedule(schedule, place));
    });
    this.#inside(config, 'params', path, (params, at) =>
      this.#keys(member(paramsShapes, textOf(config['type'])), params, at)
    );
    this.#each(config, 'expected', path, (expected, at) => this.#keys(documentShapes.expected, expected, at));
    this.#ranges(config, 'stddevTimeRanges', path);
  }

  #monitor(monitor: JsonObject, path: string): void {
    this.#keys(documentShapes.monitor, monitor, path);
    this.#inside(monitor, 'schedule', path, (schedule, at) =>
      this.#schedule(schedule, at, documentShapes.monitorSchedule)
    );
    this.#inside(monitor, 'mode', path, (mode, at) => {
      this.#keys(member(documentShapes, textOf(mode['type'])), mode, at);
      this.#inside(mode, 'filter', at, (filter, place) => this.#keys(documentShapes.filter, filter, place));
    });
    this.#each(monitor, 'actions', path, (action, at) => this.#keys(documentShapes.action, action, at));
    this.#metadata(monitor, path, documentShapes.otherMetadata);
  }

  #entitySchema(schema: JsonObject, path: string): void {
    this.#keys(documentShapes.entitySchema, schema, path);
    // A schema has thousands of columns that say the same things.
    for (const key of ['columns', 'customMetrics'] as const) {
      const shape = key === 'columns' ? documentShapes.column : documentShapes.customMetric;
      this.#inside(schema, key, path, (members, at) => {
        Object.values(members)
          .filter(isJsonObject)
          .forEach((entry) => this.#keys(shape, entry, `${at}.*`));
      });
    }
    this.#metadata(schema, path, documentShapes.otherMetadata);
  }

  #weights(weights: JsonObject, path: string): void {
    this.#keys(documentShapes.weightConfig, weights, path);
    this.#inside(weights, 'defaultWeights', path, (entry, at) => this.#keys(documentShapes.weights, entry, at));
    this.#each(weights, 'segmentWeights', path, (entry, at) => this.#keys(documentShapes.weights, entry, at));
    this.#metadata(weights, path, documentShapes.otherMetadata);
  }

  #schedule(schedule: JsonObject, path: string, shape: ShapeFacts = documentShapes.schedule): void {
    this.#keys(shape, schedule, path);
    this.#ranges(schedule, 'exclusionRanges', path);
  }

  #segment(segment: JsonObject, path: string): void {
    this.#keys(documentShapes.segment, segment, path);
    this.#each(segment, 'tags', path, (tag, at) => this.#keys(documentShapes.tag, tag, at));
  }

  #ranges(object: JsonObject, key: string, path: string): void {
    this.#each(object, key, path, (range, at) => this.#keys(documentShapes.timeRange, range, at));
  }

  #metadata(object: JsonObject, path: string, shape: ShapeFacts = documentShapes.metadata): void {
    this.#inside(object, 'metadata', path, (metadata, at) => this.#keys(shape, metadata, at));
  }

  #inside(object: JsonObject, key: string, path: string, explain: (inner: JsonObject, path: string) => void): void {
    const inner = object[key];
    if (isJsonObject(inner)) {
      explain(inner, childPath(path, key));
    }
  }

  #each(object: JsonObject, key: string, path: string, explain: (inner: JsonObject, path: string) => void): void {
    const list = object[key];
    listOf(list).forEach((inner, i) => {
      if (isJsonObject(inner)) {
        explain(inner, childPath(path, key) + (Array.isArray(list) ? `[${i}]` : ''));
      }
    });
  }

  #keys({ keys }: ShapeFacts, object: JsonObject, path: string): void {
    const place = { ...this.#place, object };
    for (const [key, value] of Object.entries(object)) {
      const facts = Object.hasOwn(keys, key) ? keys[key] : undefined;
      const fact = facts?.find(({ when }) => when?.holds(value, place) ?? true);
      this.#add({
        path: childPath(path, key),
        key,
        verdict: fact?.verdict ?? 'ignored, as there',
        text: fact?.text ?? 'Unknown; kept, without effect.',
      });
    }
  }

  #add(row: ExplainedKey): void {
    const identity = JSON.stringify([row.path, row.verdict, row.text]);
    if (!this.#told.has(identity)) {
      this.#told.add(identity);
      this.rows.push(row);
    }
  }
}

function tryReadSource(source: unknown): SourceObject | null {
  try {
    return readSource(source);
  } catch (error) {
    if (error instanceof Refusal) {
      return null;
    }
    throw error;
  }
}

/**
 * What becomes of every key of a document, compared with WhyLabs: the table that a person needs who moves an exported
 * document. Rows in the order of the document; keys of the entity schema's columns once.
 *
 * @param source JSON or YAML text, or the parsed object
 * @returns nothing for a source that is no document at all; parseMonitorDocument says why
 */
export function explainDocument(source: unknown): readonly ExplainedKey[] {
  const read = tryReadSource(source);
  if (read === null) {
    return [];
  }
  const { object, path } = read;
  const schema = object['entitySchema'];
  const custom = isJsonObject(schema) ? schema['customMetrics'] : undefined;
  const explainer = new Explainer({
    granularity: textOf(object['granularity']),
    customMetrics: new Set(isJsonObject(custom) ? Object.keys(custom) : []),
  });
  explainer.document(object, path);
  return explainer.rows;
}
