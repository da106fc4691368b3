import type {
  AnalyzerCheck,
  AnalyzerCheckResource,
  DocumentCheckResource,
  JsonObject,
  MonitoringResource,
  ProblemResource,
} from '../contract/index.ts';
import { defaultGranularity } from '../contract/index.ts';
import type { Problem } from '../monitor/index.ts';
import { parseAnalyzer, parseMonitorDocument, problemText, saveProblems } from '../monitor/index.ts';
import type { Session } from './session.ts';

/** Most problems of a document that are told. Default 100: more than a person corrects before looking again. */
export const toldProblems = 100;

function resourceOf({ severity, path, text }: Problem): ProblemResource {
  return { severity, path, text };
}

/**
 * `GET datasets/ID/monitoring`: what the dataset's monitor document has, also one of which nothing can be used.
 *
 * @throws StoreError for an unknown dataset, and where the document cannot be read
 */
export async function listMonitoring(session: Session, datasetId: string): Promise<MonitoringResource> {
  (await session.index()).dataset(datasetId);
  const found = await session.documents.find(datasetId);
  if (found === null) {
    return { source: null, analyzers: [], monitors: [], problems: [] };
  }
  const { document, problems } = found.parsed;
  return {
    source: found.source,
    analyzers: (document?.analyzers ?? []).map(({ id, displayName, config, disabled }) => ({
      id,
      displayName,
      type: config.type,
      metric: 'metric' in config ? config.metric : null,
      disabled,
    })),
    monitors: (document?.monitors ?? []).map(({ id, displayName, mode, severity, disabled }) => ({
      id,
      displayName,
      mode: mode.type,
      severity,
      disabled,
    })),
    problems: problems
      .filter(({ severity }) => severity !== 'note')
      .slice(0, toldProblems)
      .map(problemText),
  };
}

/** `POST monitor-document/check`: what an editor must tell of a document before it is saved, errors first. */
export function checkDocument(source: string | JsonObject): DocumentCheckResource {
  const { document } = parseMonitorDocument(source);
  return {
    isUsable: document !== null,
    analyzers: document?.analyzers.length ?? 0,
    dropped: document?.dropped.length ?? 0,
    monitors: document?.monitors.length ?? 0,
    problems: saveProblems(source).slice(0, toldProblems).map(resourceOf),
  };
}

/**
 * `POST analyzer/check`: what is to be said of an analyzer that a query brings, errors first. A document that cannot
 * be used is another's problem: then the analyzer may name no metrics of its own.
 *
 * @throws StoreError where the document cannot be read
 */
export async function checkAnalyzer(session: Session, check: AnalyzerCheck): Promise<AnalyzerCheckResource> {
  const found = check.datasetId === '' ? null : await session.documents.find(check.datasetId);
  const document = found?.parsed.document ?? null;
  const granularity = check.granularity ?? document?.granularity ?? defaultGranularity;
  const { problems } = parseAnalyzer(check.analyzer, granularity, document?.entitySchema ?? null);
  const rank = { error: 0, warning: 1, note: 2 };
  return {
    problems: problems
      .toSorted((a, b) => rank[a.severity] - rank[b.severity])
      .slice(0, toldProblems)
      .map(resourceOf),
  };
}
