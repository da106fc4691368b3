import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DocumentChoice } from '../../contract/index.ts';
import type { MonitorDocument, ParsedDocument } from '../../monitor/index.ts';
import { parseMonitorDocument } from '../../monitor/index.ts';
import type { ProfileStore } from '../../store/index.ts';
import { RequestError } from '../error.ts';

/** Names of a dataset's monitor document, below the dataset's folder; the first that is there counts. */
export const documentNames = ['monitor.json', 'monitor.yaml', 'monitor.yml'] as const;

/** Parsed documents kept in memory. Default 64: one for each dataset of a busy dashboard. */
export const keptDocuments = 64;

/** Most problems that an error quotes. */
const quotedProblems = 3;

/** A dataset's document, usable or not. */
export interface FoundDocument {
  readonly source: 'settings' | 'store';
  /** How an error names it. */
  readonly name: string;
  readonly parsed: ParsedDocument;
}

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
      return usable("the query's monitor document", this.#parse(choice.document));
    }
    const found = await this.find(datasetId);
    return found === null ? null : usable(found.name, found.parsed);
  }

  /**
   * The document that a dataset has for queries without one of their own, with what is to be said of it.
   *
   * @returns null when there is none
   * @throws StoreError when it cannot be read
   */
  async find(datasetId: string): Promise<FoundDocument | null> {
    if (this.#provisioned.has(datasetId)) {
      return {
        source: 'settings',
        name: "the monitor document of the data source's settings",
        parsed: this.#parse(this.#provisioned.get(datasetId)),
      };
    }
    for (const file of documentNames) {
      const name = `${datasetId}/${file}`;
      const stored = await this.#store.readText(name);
      if (stored !== null) {
        return { source: 'store', name, parsed: this.#parse(stored.text) };
      }
    }
    return null;
  }

  /** Why documents of the settings cannot be used, a sentence for each. */
  unusable(): readonly string[] {
    return [...this.#provisioned].flatMap(([datasetId, source]) => {
      const parsed = this.#parse(source);
      return parsed.document === null ? whyUnusable(`the monitor document of ${datasetId}`, parsed) : [];
    });
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

  #parse(source: unknown): ParsedDocument {
    const text = typeof source === 'string' ? source : JSON.stringify(source);
    const id = createHash('sha256').update(text).digest('base64');
    let parsed = this.#parsed.get(id);
    if (parsed === undefined) {
      parsed = parseMonitorDocument(source);
      this.#parsed.set(id, parsed);
    }
    return parsed;
  }
}

function whyUnusable(name: string, { problems }: ParsedDocument): string {
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ path, text: problem }) => (path === '' ? problem : `${path}: ${problem}`));
  return `${name} cannot be used: ${errors.slice(0, quotedProblems).join('; ')}`;
}

/** @throws RequestError bad-document */
function usable(name: string, parsed: ParsedDocument): MonitorDocument {
  if (parsed.document === null) {
    throw new RequestError('bad-document', whyUnusable(name, parsed));
  }
  return parsed.document;
}
