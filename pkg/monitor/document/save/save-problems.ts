import { parseMonitorDocument } from '../parse-monitor-document.ts';
import type { Problem } from '../problem.ts';
import { readSource } from '../read-source.ts';
import { Refusal } from '../refusal.ts';
import { analyzerRules } from './analyzer-rules.ts';
import { compositeRules } from './composite-rules.ts';
import { cronRules } from './cron-rules.ts';
import { addressRules, duplicateRules, metadataRules } from './document-rules.ts';
import { monitorRules } from './monitor-rules.ts';
import { partsAt, rawAnalyzers, type RawPart, textAt } from './raw-view.ts';
import { schemaProblems } from './schema-problems.ts';

/** What saving knows beside the document. What is absent is not checked. */
export interface SaveContext {
  readonly orgId?: string;
  readonly datasetId?: string;
  /** The document as it is stored; null: there is none yet. */
  readonly stored?: unknown;
  /** Ids of the actions that exist. */
  readonly actionIds?: readonly string[];
}

function rawPart(source: unknown): RawPart {
  const { object, path } = readSource(source);
  return { object, path };
}

function ruleProblems(document: RawPart, context: SaveContext): readonly Problem[] {
  const analyzers = rawAnalyzers(document);
  const stored = context.stored === undefined || context.stored === null ? null : rawPart(context.stored);
  return [
    ...addressRules(document, context),
    ...analyzerRules(analyzers),
    ...monitorRules(partsAt(document, 'monitors'), context.actionIds),
    ...duplicateRules(document),
    ...compositeRules(analyzers),
    ...(context.stored === undefined ? [] : metadataRules(document, stored)),
    ...cronRules(analyzers, textAt(document, 'granularity')),
  ];
}

/** The most helpful text of a place: the parser names what is meant, the schema only what is not allowed. */
function chooseTexts(parsed: readonly Problem[], schema: readonly Problem[]): readonly Problem[] {
  return schema.map((problem) => {
    const here = parsed.filter(({ path }) => path === problem.path);
    const refusal = here.find(({ severity }) => severity === 'error');
    if (refusal !== undefined) {
      return refusal;
    }
    const question = here.find(({ code }) => code === 'unknown-key')?.text.match(/is "[^"]*" meant\?$/)?.[0];
    return question === undefined ? problem : { ...problem, text: problem.text.replace('remove it', question) };
  });
}

/**
 * What an editor must tell before it saves a document: errors block saving, warnings and notes do not
 * (spec/monitor-config.md 9). Stricter than evaluation, as WhyLabs' editor was.
 *
 * @param source JSON or YAML text, or the parsed object
 * @returns errors in the order of section 9, one for each place; then warnings and notes
 */
export function saveProblems(source: unknown, context: SaveContext = {}): readonly Problem[] {
  const parsed = parseMonitorDocument(source).problems;
  let document: RawPart;
  try {
    document = rawPart(source);
  } catch (error) {
    if (error instanceof Refusal) {
      return parsed;
    }
    throw error;
  }
  const all = [...chooseTexts(parsed, schemaProblems(document)), ...ruleProblems(document, context), ...parsed];
  const rank = { error: 0, warning: 1, note: 2 };
  const told = new Set<string>();
  return all
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .filter(({ path, text, severity }) => {
      // Of one place one error is enough; several warnings say several things.
      const isNew = !told.has(path) && !told.has(`${path}\n${text}`);
      if (severity === 'error') {
        told.add(path);
      }
      told.add(`${path}\n${text}`);
      return isNew;
    });
}
