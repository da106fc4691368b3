import type { AnomaliesQuery, EngineQuery, EventsQuery, MonitorQuery } from '../../contract/index.ts';
import { defaultGranularity } from '../../contract/index.ts';
import type { Analyzer, Monitor, MonitorDocument } from '../../monitor/index.ts';
import { emptyDocument, isSilenced } from '../../monitor/index.ts';
import { RequestError } from '../error.ts';
import { chooseAnalyzer } from './choose-analyzers.ts';
import type { DocumentLoader } from './load-document.ts';
import { isOfNewest } from './monitor-moment.ts';

/** One analyzer to be evaluated. */
export interface AnalyzerRun {
  readonly analyzer: Analyzer;
  /** True: for the newest batch; false: over the range. */
  readonly isLatest: boolean;
}

/** What a query asks of which analyzers. */
export interface Selection {
  readonly runs: readonly AnalyzerRun[];
  readonly monitors: readonly Monitor[];
  /** Ids of the monitors that say nothing now. */
  readonly silent: readonly string[];
  readonly isInline: boolean;
  readonly notices: readonly string[];
}

function monitorsOf({ monitorId }: MonitorQuery, { monitors, datasetId }: MonitorDocument): readonly Monitor[] {
  const enabled = monitors.filter(({ disabled }) => !disabled);
  if (monitorId === null) {
    return enabled;
  }
  const found = monitors.filter(({ id }) => id === monitorId);
  if (found.length === 0) {
    const known = monitors.map(({ id }) => id).join(', ');
    throw new RequestError(
      'unknown-monitor',
      `the monitor document of dataset ${datasetId} has no monitor "${monitorId}"; ${known === '' ? 'it has none' : `it has ${known}`}`
    );
  }
  return found;
}

/** Why an analyzer that a monitor names is not evaluated; null when it is. */
function lackOf(id: string, { analyzers, dropped }: MonitorDocument): string | null {
  const analyzer = analyzers.find((candidate) => candidate.id === id);
  if (analyzer !== undefined) {
    return analyzer.disabled ? 'which is disabled' : null;
  }
  const unable = dropped.find((candidate) => candidate.id === id);
  return unable === undefined ? 'which the document does not have' : `which cannot run: ${unable.explanation}`;
}

function selectMonitors(query: MonitorQuery, document: MonitorDocument, nowMs: number): Selection {
  const monitors = monitorsOf(query, document);
  const silent = monitors.filter((monitor) => monitor.disabled || isSilenced(monitor, nowMs)).map(({ id }) => id);
  const runs = document.analyzers
    .filter(({ disabled }) => !disabled)
    .flatMap((analyzer) => {
      const askers = monitors.filter(({ analyzerIds }) => analyzerIds.includes(analyzer.id));
      const moments = new Set(askers.map((monitor) => isOfNewest(query, monitor)));
      return [...moments].map((isLatest): AnalyzerRun => ({ analyzer, isLatest }));
    });
  const lacking = monitors.flatMap(({ id, analyzerIds }) =>
    analyzerIds.flatMap((analyzerId) => {
      const lack = lackOf(analyzerId, document);
      return lack === null ? [] : [`the monitor "${id}" names the analyzer "${analyzerId}", ${lack}`];
    })
  );
  const notices = silent.map((id) => `the monitor "${id}" is disabled or in an exclusion range, and says nothing`);
  return { runs, monitors, silent, isInline: false, notices: [...notices, ...lacking] };
}

function selectAnomalous({ analyzerIds }: AnomaliesQuery, document: MonitorDocument): Selection {
  const others = { monitors: document.monitors, silent: [], isInline: false } as const;
  const runOf = (analyzer: Analyzer): AnalyzerRun => ({ analyzer, isLatest: false });
  if (analyzerIds === null) {
    const unable = document.dropped.map(
      ({ id, path, explanation }) => `the analyzer "${id ?? path}" cannot run: ${explanation}`
    );
    return { ...others, runs: document.analyzers.filter(({ disabled }) => !disabled).map(runOf), notices: unable };
  }
  const chosen = [...new Set(analyzerIds)].map((id) =>
    chooseAnalyzer({ kind: 'id', id }, document, document.granularity)
  );
  return {
    ...others,
    runs: chosen.map(({ analyzer }) => runOf(analyzer)),
    notices: chosen.flatMap(({ notices }) => notices),
  };
}

/**
 * Finds what a query asks for in its monitor document.
 *
 * @throws RequestError no-document, bad-document, unknown-analyzer, unknown-monitor
 */
export async function selectAnalyzers(
  query: Exclude<EngineQuery, EventsQuery>,
  documents: DocumentLoader,
  evaluationMs: number
): Promise<{ readonly selection: Selection; readonly document: MonitorDocument }> {
  const { datasetId } = query;
  switch (query.kind) {
    case 'analysis': {
      const found = await (query.analyzer.kind === 'id'
        ? documents.need(datasetId, query.document)
        : documents.load(datasetId, query.document));
      const document = found ?? emptyDocument(datasetId, query.ownGranularity ?? defaultGranularity);
      const granularity = query.ownGranularity ?? document.granularity;
      const { analyzer, isInline, notices } = chooseAnalyzer(query.analyzer, document, granularity);
      const runs = [{ analyzer, isLatest: query.mode === 'latest' }];
      return { document, selection: { runs, monitors: [], silent: [], isInline, notices } };
    }
    case 'monitor': {
      const document = await documents.need(datasetId, query.document);
      return { document, selection: selectMonitors(query, document, evaluationMs) };
    }
    case 'anomalies': {
      const document = await documents.need(datasetId, query.document);
      return { document, selection: selectAnomalous(query, document) };
    }
  }
}
