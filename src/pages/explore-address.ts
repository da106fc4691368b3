/** Explore with a data source chosen, on the last 30 days: a profile is often written once a day. */
export function exploreAddress({ uid, type }: { uid: string; type: string }): string {
  const datasource = { uid, type };
  const panes = {
    driftglass: { datasource: uid, queries: [{ refId: 'A', datasource }], range: { from: 'now-30d', to: 'now' } },
  };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}
