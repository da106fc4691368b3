import {
  CoreApp,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  rangeUtil,
  type TimeRange,
  toDataFrame,
  transformDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { useEffect, useState } from 'react';
import { catchError, defer, map, of, switchMap } from 'rxjs';
import type { Template } from './template.ts';
import type { ViewDashboard, ViewPanel } from './view-data.ts';

/** What the queries of all panels have in common. */
export interface QueryContext {
  readonly dashboard: ViewDashboard;
  readonly source: DataSourceApi;
  readonly template: Template;
  readonly range: TimeRange;
  /** Counted up to ask again. */
  readonly round: number;
}

/** Points that a panel can show: one a pixel, in steps, so that a window that is drawn wider asks seldom. */
const pointStep = 200;
const nothing: DataQueryResponse = { data: [] };

/** The answer to a panel's queries. While they are asked again the old answer stays, as loading. */
export function usePanelData(panel: ViewPanel, width: number, context: QueryContext): PanelData {
  const { template, range, round } = context;
  const [data, setData] = useState<PanelData>({ state: LoadingState.Loading, series: [], timeRange: range });
  const maxDataPoints = panel.maxDataPoints ?? Math.ceil(Math.max(width, 1) / pointStep) * pointStep;
  // Variables that the queries use are part of them; others do not make them ask again.
  const key = template.replace(JSON.stringify([panel.targets, panel.transformations]));
  useEffect(() => {
    const request = requestOf(panel, maxDataPoints, context);
    setData((old) => ({ ...old, state: LoadingState.Loading }));
    const interpolate = (text: string) => template.replace(text);
    const transformations = [...(panel.transformations ?? [])];
    // A query that cannot even be asked, such as one with a filter that cannot be applied, is an error of its panel.
    const subscription = defer(() => (request.targets.length === 0 ? [nothing] : context.source.query(request)))
      .pipe(
        switchMap(({ data: frames, errors = [] }) =>
          transformDataFrame(transformations, frames.map(toDataFrame), { interpolate }).pipe(
            map((series) => ({ series, errors }))
          )
        ),
        catchError((error: unknown) => of({ series: [], errors: [toDataQueryError(error)] }))
      )
      .subscribe(({ series, errors }) => {
        const state = errors.length === 0 ? LoadingState.Done : LoadingState.Error;
        setData({ state, series, timeRange: range, errors });
      });
    return () => subscription.unsubscribe();
    // `key` says all of the panel and the variables that matters.
  }, [key, maxDataPoints, range.from.valueOf(), range.to.valueOf(), round]);
  return data;
}

function requestOf(panel: ViewPanel, maxDataPoints: number, context: QueryContext): DataQueryRequest {
  const { dashboard, source, range } = context;
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, maxDataPoints);
  const datasource = { uid: source.uid, type: source.type };
  // Each target of a dashboard has a refId; what else it has is its data source's.
  const targets = (panel.targets ?? []) as unknown as readonly DataQuery[];
  return {
    ...{ app: CoreApp.Dashboard, dashboardUID: dashboard.uid ?? '', panelId: panel.id, panelPluginId: panel.type },
    ...{ requestId: `Q${panel.id}`, range, timezone: 'utc', interval, intervalMs, maxDataPoints, filters: [] },
    targets: targets.filter(({ hide }) => hide !== true).map((target) => ({ ...target, datasource })),
    scopedVars: { __interval: { value: interval }, __interval_ms: { value: intervalMs } },
    startTime: Date.now(),
  };
}
