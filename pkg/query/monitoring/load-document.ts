import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DocumentChoice } from '../../contract/index.ts';
import type { MonitorDocument, ParsedDocument } from '../../monitor/index.ts';
import { parseMonitorDocument, problemText } from '../../monitor/index.ts';
import type { ProfileStore } from '../../store/index.ts';
import { RequestError } from '../error.ts';

/** Names of a dataset's monitor document, below the dataset's folder; the first that is there counts. */
export const documentNames = ['monitor.json', 'monitor.yaml', 'monitor.yml'] as const;

/** Parsed documents kept in memory. Default 64: one for each dataset of a busy dashboard. */
export const keptDocuments = 64;

/** Most problems that an error quotes. */
const quotedProblems = 3;

/** Finds and parses monitor documents; one that did not change is parsed once. */
export class DocumentLoader {
  readonly #store: ProfileStore;
  readonly #provisioned: ReadonlyMap<string, unknown>;
  readonly #parsed = new LRUCache<string, ParsedDocument>({ max: keptDocuments });

  /** @param provisioned documents of the data source's settings, by dataset */
  constructor(store: ProfileStore, provisioned: ReadonlyMap<string, unknown>) {
    this.#store = store;
    this.#provisioned = provisioned;
  }

  /**
   * The document of a dataset: the query's own, else that of the settings, else that of the store.
   *
   * @returns null when there is none
   * @throws RequestError bad-document; StoreError when it cannot be read
   */
  async load(datasetId: string, choice: DocumentChoice): Promise<MonitorDocument | null> {
    if (choice.kind === 'inline') {
      return this.#parse("the query's monitor document", choice.document);
    }
    if (this.#provisioned.has(datasetId)) {
      return this.#parse("the monitor document of the data source's settings", this.#provisioned.get(datasetId));
    }
    for (const name of documentNames) {
      const key = `${datasetId}/${name}`;
      const stored = await this.#store.readText(key);
      if (stored !== null) {
        return this.#parse(key, stored.text);
      }
    }
    return null;
  }

  /** @throws RequestError no-document, and what `load` throws */
  async need(datasetId: string, choice: DocumentChoice): Promise<MonitorDocument> {
    const document = await this.load(datasetId, choice);
    if (document === null) {
      throw new RequestError(
        'no-document',
        `dataset ${datasetId} has no monitor document. Remedy: put it into the store as ${datasetId}/${documentNames[0]}, into the data source's settings, or into the query as "monitor"`
      );
    }
    return document;
  }

  #parse(name: string, source: unknown): MonitorDocument {
    const text = typeof source === 'string' ? source : JSON.stringify(source);
    const id = createHash('sha256').update(text).digest('base64');
    let parsed = this.#parsed.get(id);
    if (parsed === undefined) {
      parsed = parseMonitorDocument(source);
      this.#parsed.set(id, parsed);
    }
    if (parsed.document === null) {
      const errors = parsed.problems.filter(({ severity }) => severity === 'error').map(problemText);
      throw new RequestError('bad-document', `${name} cannot be used: ${errors.slice(0, quotedProblems).join('; ')}`);
    }
    return parsed.document;
  }
}
