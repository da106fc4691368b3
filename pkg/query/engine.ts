import { isEngineQuery } from '../contract/index.ts';
import type { EncodedFrame } from '../grafana/frames.ts';
import { encodeFrame } from '../grafana/frames.ts';
import { columnRows } from './column-row.ts';
import { columnsTable } from './columns-table.ts';
import { distributionFrames } from './distribution-frames.ts';
import { joinFrames } from './frames-of-column.ts';
import { makePlan } from './make-plan.ts';
import { metricFrames } from './metric-frames.ts';
import { finishMonitoring } from './monitoring/finish-monitoring.ts';
import { makeMonitoringPlan } from './monitoring/make-monitoring-plan.ts';
import { evaluateMonitoring } from './monitoring/monitoring-units.ts';
import type { QueryPlan } from './plan.ts';
import { profileFrames } from './profile-frames.ts';
import { frameMeta } from './provenance.ts';
import type { QueryRequest } from './request.ts';
import type { Session } from './session.ts';
import type { UnitContext } from './unit-context.ts';
import type { UnitResult } from './unit-result.ts';
import { withDataset } from './with-dataset.ts';

/** Step one, once a query: what it needs of the store. @throws what withDataset and makePlan throw */
export async function planQuery(session: Session, request: QueryRequest): Promise<QueryPlan> {
  const index = await session.index();
  const query = withDataset(index, request);
  const { maxSeries } = session.operator;
  switch (query.kind) {
    case 'analysis':
    case 'monitor':
    case 'anomalies':
    case 'events':
      return makeMonitoringPlan(index, { ...request, query }, session.documents, maxSeries);
    default:
      return makePlan(index, { ...request, query }, maxSeries);
  }
}

/** Step two, once a column, in any order and any thread. @throws RequestError */
export async function evaluateColumn(context: UnitContext, column: string): Promise<UnitResult> {
  const { request, monitoring } = context.plan;
  if (monitoring !== null) {
    return evaluateMonitoring(context, monitoring, column);
  }
  const { query } = request;
  switch (query.kind) {
    case 'metric':
      return metricFrames(context, column, query);
    case 'profile':
      return profileFrames(context, column, query);
    case 'distribution':
      return distributionFrames(context, column, query);
    case 'columns':
      return { kind: 'rows', rows: await columnRows(context, column) };
    case 'analysis':
    case 'monitor':
    case 'anomalies':
    case 'events':
      throw new Error(`the plan of a query of kind ${query.kind} says nothing of the engine`);
  }
}

/** "There is no data", in the type that the data would have had. */
function noData(plan: QueryPlan): EncodedFrame {
  const { query } = plan.request;
  const meta = frameMeta(plan, null, true);
  switch (query.kind) {
    case 'metric':
    case 'analysis':
    case 'monitor':
      return encodeFrame({ type: 'no-data', of: query.mode === 'latest' ? 'numeric-multi' : 'timeseries-multi', meta });
    case 'distribution':
      return encodeFrame({ type: 'no-data', of: query.form === 'heatmap' ? 'table' : 'timeseries-multi', meta });
    case 'profile':
    case 'columns':
    case 'anomalies':
    case 'events':
      return encodeFrame({ type: 'no-data', of: 'table', meta });
  }
}

/** Step three: the columns' results, in the plan's order, as one answer. */
export function finishQuery(plan: QueryPlan, results: readonly UnitResult[]): readonly EncodedFrame[] {
  const { monitoring, request } = plan;
  const { query } = request;
  const made = joinFrames(results);
  const isOfEngine = monitoring !== null && isEngineQuery(query);
  const frames = made.length === 0 && isOfEngine ? finishMonitoring(plan, monitoring, query, results) : made;
  const rows = results.flatMap((result) => (result.kind === 'rows' ? result.rows : []));
  if (rows.length > 0) {
    return [columnsTable(plan, rows)];
  }
  return frames.length > 0 ? frames : [noData(plan)];
}

/** All three steps in this thread: for tests and for programs without threads. */
export async function runQuery(
  session: Session,
  request: QueryRequest,
  isCancelled = (): boolean => false
): Promise<readonly EncodedFrame[]> {
  const plan = await planQuery(session, request);
  const context = session.context(plan, isCancelled);
  const results: UnitResult[] = [];
  for (const column of plan.columns) {
    results.push(await evaluateColumn(context, column));
  }
  return finishQuery(plan, results);
}
