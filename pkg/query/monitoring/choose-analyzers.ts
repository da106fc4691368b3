import type { AnalyzerChoice, Granularity } from '../../contract/index.ts';
import type { Analyzer, MonitorDocument } from '../../monitor/index.ts';
import { parseAnalyzer } from '../../monitor/index.ts';
import { RequestError } from '../error.ts';

/** Most ids that the error for an unknown analyzer names. */
const namedIds = 10;

/** The analyzer that a query of one analyzer asks for. */
export interface ChosenAnalyzer {
  readonly analyzer: Analyzer;
  /** True: it stands in the query itself. */
  readonly isInline: boolean;
  /** What is to be said of it, for people. */
  readonly notices: readonly string[];
}

function unknownAnalyzer(id: string, { datasetId, analyzers }: MonitorDocument): RequestError {
  const known = analyzers.slice(0, namedIds).map((analyzer) => analyzer.id);
  const more = analyzers.length > known.length ? ', …' : '';
  return new RequestError(
    'unknown-analyzer',
    `the monitor document of dataset ${datasetId} has no analyzer "${id}"; ${known.length === 0 ? 'it has none' : `it has ${known.join(', ')}${more}`}`
  );
}

function byId(id: string, document: MonitorDocument): ChosenAnalyzer {
  const dropped = document.dropped.find((candidate) => candidate.id === id);
  const analyzer = document.analyzers.find((candidate) => candidate.id === id);
  if (analyzer === undefined && dropped !== undefined) {
    throw new RequestError('bad-document', `the analyzer "${id}" cannot run: ${dropped.explanation}`);
  }
  if (analyzer === undefined) {
    throw unknownAnalyzer(id, document);
  }
  const notices = [
    ...(analyzer.disabled ? [`the analyzer "${id}" is disabled in its document; it is shown all the same`] : []),
    ...(analyzer.schedule === null ? [`the analyzer "${id}" has no schedule, so it never runs. Remedy: add one`] : []),
  ];
  return { analyzer, isInline: false, notices };
}

/** @throws RequestError unknown-analyzer, bad-document */
export function chooseAnalyzer(
  choice: AnalyzerChoice,
  document: MonitorDocument,
  granularity: Granularity
): ChosenAnalyzer {
  if (choice.kind === 'id') {
    return byId(choice.id, document);
  }
  const { analyzer, dropped } = parseAnalyzer(choice.analyzer, granularity, document.entitySchema);
  if (analyzer === null) {
    throw new RequestError('bad-document', `the query's analyzer cannot run: ${dropped?.explanation ?? 'it is empty'}`);
  }
  return { analyzer, isInline: true, notices: [] };
}
