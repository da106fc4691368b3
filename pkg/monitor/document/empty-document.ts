import type { Granularity } from '../../contract/index.ts';
import type { MonitorDocument } from './monitor-document.ts';

/** A document that says nothing of a dataset: for analyzers that a query brings itself. */
export function emptyDocument(datasetId: string, granularity: Granularity): MonitorDocument {
  return {
    orgId: '',
    datasetId,
    granularity,
    allowPartialTargetBatches: false,
    analyzers: [],
    dropped: [],
    monitors: [],
    entitySchema: null,
    weights: { defaultWeights: new Map(), segmentWeights: [] },
    documentVersion: 0,
  };
}
