import type { EncodedFrame } from '../grafana/frames.ts';
import { encodeFrame } from '../grafana/frames.ts';
import { columnRows } from './column-row.ts';
import { columnsTable } from './columns-table.ts';
import { distributionFrames } from './distribution-frames.ts';
import { joinFrames } from './frames-of-column.ts';
import { makePlan } from './make-plan.ts';
import { metricFrames } from './metric-frames.ts';
import type { QueryPlan } from './plan.ts';
import { profileFrames } from './profile-frames.ts';
import { frameMeta } from './provenance.ts';
import type { QueryRequest } from './request.ts';
import type { Session } from './session.ts';
import type { UnitContext } from './unit-context.ts';
import type { UnitResult } from './unit-result.ts';

/** Step one, once a query: what it needs of the store. @throws what makePlan throws */
export async function planQuery(session: Session, request: QueryRequest): Promise<QueryPlan> {
  return makePlan(await session.index(), request, session.operator.maxSeries);
}

/** Step two, once a column, in any order and any thread. @throws RequestError */
export async function evaluateColumn(context: UnitContext, column: string): Promise<UnitResult> {
  const { query } = context.plan.request;
  switch (query.kind) {
    case 'metric':
      return metricFrames(context, column, query);
    case 'profile':
      return profileFrames(context, column, query);
    case 'distribution':
      return distributionFrames(context, column, query);
    case 'columns':
      return { kind: 'rows', rows: await columnRows(context, column) };
  }
}

/** "There is no data", in the type that the data would have had. */
function noData(plan: QueryPlan): EncodedFrame {
  const { query } = plan.request;
  const meta = frameMeta(plan, null, true);
  switch (query.kind) {
    case 'metric':
      return encodeFrame({ type: 'no-data', of: query.mode === 'latest' ? 'numeric-multi' : 'timeseries-multi', meta });
    case 'distribution':
      return encodeFrame({ type: 'no-data', of: query.form === 'heatmap' ? 'table' : 'timeseries-multi', meta });
    case 'profile':
    case 'columns':
      return encodeFrame({ type: 'no-data', of: 'table', meta });
  }
}

/** Step three: the columns' results, in the plan's order, as one answer. */
export function finishQuery(plan: QueryPlan, results: readonly UnitResult[]): readonly EncodedFrame[] {
  const frames = joinFrames(results);
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
  const context = { plan, reader: session.reader, isCancelled };
  const results: UnitResult[] = [];
  for (const column of plan.columns) {
    results.push(await evaluateColumn(context, column));
  }
  return finishQuery(plan, results);
}
