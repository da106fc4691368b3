import { parseAnomaliesQuery, JsonReader } from '../../contract/index.ts';
import type { ResultRecord } from '../../contract/index.ts';
import type { MonitorMessage } from '../../monitor/index.ts';
import { datasetColumn, monitorMessages } from '../../monitor/index.ts';
import type { Session } from '../session.ts';
import { makeMonitoringPlan } from './make-monitoring-plan.ts';
import { unitsOf } from './unit-names.ts';
import { subjectVerdicts } from './verdicts.ts';

/** A whole evaluation, outside of a panel. */
export interface RecordsRequest {
  readonly datasetId: string;
  /** Epoch ms, half-open. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Evaluation time, epoch ms. */
  readonly asOfMs: number;
  /** The monitor document as text or object; undefined: the dataset's own. */
  readonly document: unknown;
  /** Empty: every analyzer that is not disabled. */
  readonly analyzerIds: readonly string[];
}

/** What an evaluation found. */
export interface FoundRecords {
  /** In the order of analyzers, columns, segments, times. */
  readonly records: readonly ResultRecord[];
  /** What the document's monitors send of them, the range being one run. */
  readonly messages: readonly MonitorMessage[];
  /** Objects of the store that may be missing in them, the first few told in `notices`. */
  readonly rejected: number;
  readonly notices: readonly string[];
}

/**
 * All result records of a range, evidence included.
 *
 * @throws StoreError, TimelineError, RequestError as a query would
 */
export async function findRecords(session: Session, request: RecordsRequest): Promise<FoundRecords> {
  const { datasetId, document, analyzerIds, fromMs, toMs, asOfMs } = request;
  const query = parseAnomaliesQuery(new JsonReader({ datasetId, monitor: document, analyzerIds: [...analyzerIds] }));
  const { maxSeries } = session.operator;
  const asked = { query: { ...query, asOfMs }, fromMs, toMs, maxDataPoints: 1, isAlert: false, nowMs: asOfMs };
  const plan = await makeMonitoringPlan(await session.index(), asked, session.documents, maxSeries);
  const context = session.context(plan, () => false);
  const records: ResultRecord[] = [];
  const known = new Map<ResultRecord, number>();
  for (const [i, analysis] of (plan.monitoring?.analyses ?? []).entries()) {
    for (const unit of unitsOf(analysis)) {
      const column = analysis.isOfDataset && unit === datasetColumn ? null : unit;
      const verdicts = await subjectVerdicts(context, context.judgements, [i, analysis], column, 'all');
      verdicts.forEach((verdict) => {
        records.push(...verdict.records);
        verdict.records.forEach((record, place) => known.set(record, verdict.knownMs[place] ?? asOfMs));
      });
    }
  }
  const messages = monitorMessages(plan.monitoring?.monitors ?? [], records, {
    orgId: plan.monitoring?.analyses[0]?.orgId ?? '',
    datasetId: plan.request.query.datasetId,
    runId: new Date(asOfMs).toISOString(),
    nowMs: asOfMs,
    isOfRun: () => true,
    createdMs: (record) => known.get(record) ?? asOfMs,
  });
  return { records, messages, rejected: plan.rejected, notices: plan.notices };
}
