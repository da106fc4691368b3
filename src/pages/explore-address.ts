import { defaultQuery } from '../datasource/model.ts';

/**
 * Explore with a data source chosen, on the last 30 days: a profile is often written once a day. Grafana does not run a
 * query that has nothing but its refId and its data source, so what a new query begins with stands in it.
 */
export function exploreAddress({ uid, type }: { uid: string; type: string }): string {
  const queries = [{ refId: 'A', datasource: { uid, type }, ...defaultQuery }];
  const panes = { driftglass: { datasource: uid, queries, range: { from: 'now-30d', to: 'now' } } };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}
