import type { AnomaliesQuery, EngineQuery, EventsQuery, MonitorQuery } from '../../contract/index.ts';
import { defaultGranularity } from '../../contract/index.ts';
import type { Analyzer, Monitor, MonitorDocument } from '../../monitor/index.ts';
import { emptyDocument, isSilenced } from '../../monitor/index.ts';
import { RequestError } from '../error.ts';
import { chooseAnalyzer } from './choose-analyzers.ts';
import type { DocumentLoader } from './load-document.ts';

/** What a query asks of which analyzers. */
export interface Selection {
  readonly analyzers: readonly Analyzer[];
  readonly monitors: readonly Monitor[];
  readonly isInline: boolean;
  readonly isLatest: boolean;
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

function selectMonitors(query: MonitorQuery, document: MonitorDocument, nowMs: number): Selection {
  const chosen = monitorsOf(query, document);
  const silent = chosen.filter((monitor) => monitor.disabled || isSilenced(monitor, nowMs));
  const monitors = chosen.filter((monitor) => !silent.includes(monitor));
  const ids = new Set(chosen.flatMap(({ analyzerIds }) => analyzerIds));
  return {
    analyzers: document.analyzers.filter(({ id, disabled }) => ids.has(id) && !disabled),
    monitors,
    isInline: false,
    // A digest on a schedule speaks of the range, all else of the newest batch.
    isLatest:
      query.mode === 'latest' &&
      monitors.every(({ mode, schedule }) => mode.type === 'EVERY_ANOMALY' || schedule?.type === 'immediate'),
    notices: silent.map(({ id }) => `the monitor "${id}" is disabled or in an exclusion range, and says nothing`),
  };
}

function selectAnomalous({ analyzerIds }: AnomaliesQuery, document: MonitorDocument): Selection {
  const chosen =
    analyzerIds === null
      ? document.analyzers.filter(({ disabled }) => !disabled)
      : analyzerIds.map((id) => chooseAnalyzer({ kind: 'id', id }, document, document.granularity).analyzer);
  return { analyzers: chosen, monitors: document.monitors, isInline: false, isLatest: false, notices: [] };
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
      const isLatest = query.mode === 'latest';
      return { document, selection: { analyzers: [analyzer], monitors: [], isInline, isLatest, notices } };
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
