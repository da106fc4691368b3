import { createHash } from 'node:crypto';
import type { JsonObject } from '../grafana/index.ts';
import { QueryError } from '../grafana/index.ts';
import type { DataQuery, Health, InstanceSettings, PluginDefinition, QueryFailure, Router } from '../grafana/index.ts';
import { parseAnalyzerCheck, parseDocumentCheck, parseQuery, parseSettings } from '../contract/index.ts';
import { healthText, knownFailure, listMetrics } from '../query/index.ts';
import type { QueryPool, Source } from '../worker/index.ts';
import { jobFailure } from '../worker/index.ts';

/** The data source's id in plugin.json. */
export const pluginId = 'driftglass-profiles-datasource';

/** @throws ContractError when the settings name no store */
function sourceOf(settings: InstanceSettings): Source {
  if (settings.kind !== 'datasource') {
    throw new QueryError(
      'no-datasource',
      400,
      'downstream',
      'this back end answers for data sources only, not for the app'
    );
  }
  const parsed = parseSettings(settings.jsonData);
  // Short, because it stands in every key of the caches.
  const content = createHash('sha256').update(JSON.stringify(parsed));
  return { key: `${settings.orgId}/${settings.uid}/${content.digest('base64url')}`, settings: parsed };
}

function describe(error: unknown): QueryFailure | null {
  return jobFailure(error) ?? knownFailure(error);
}

/** The whole of the store's state, for "Save & test". */
async function health(pool: QueryPool, source: Source, signal: AbortSignal): Promise<Health> {
  try {
    const facts = await pool.facts(source, signal);
    const { reasons, unusableDocuments, ...counts } = facts;
    const details: JsonObject = {
      ...counts,
      unusableDocuments: [...unusableDocuments],
      ...(reasons.length === 0 ? {} : { verboseMessage: reasons.join('\n') }),
    };
    return { status: 'ok', message: healthText(facts), details };
  } catch (error) {
    const failure = describe(error);
    if (failure === null) {
      throw error;
    }
    return { status: 'error', message: failure.text };
  }
}

function datasetOf(params: ReadonlyMap<string, string>): string {
  return params.get('dataset') ?? '';
}

function resources(pool: QueryPool, router: Router<Source>): void {
  router.route('GET', 'metrics', () => ({ kind: 'json', value: listMetrics() }));
  router.route('GET', 'datasets', async (source, _, { signal }) => ({
    kind: 'json',
    value: await pool.datasets(source, signal),
  }));
  router.route('GET', 'datasets/:dataset/columns', async (source, { params }, { signal }) => ({
    kind: 'json',
    value: await pool.columns(source, datasetOf(params), signal),
  }));
  router.route('GET', 'datasets/:dataset/segments', async (source, { params }, { signal }) => ({
    kind: 'json',
    value: await pool.segments(source, datasetOf(params), signal),
  }));
  router.route('GET', 'datasets/:dataset/references', async (source, { params }, { signal }) => ({
    kind: 'json',
    value: await pool.references(source, datasetOf(params), signal),
  }));
  router.route('GET', 'datasets/:dataset/monitoring', async (source, { params }, { signal }) => ({
    kind: 'json',
    value: await pool.monitoring(source, datasetOf(params), signal),
  }));
  router.route('POST', 'monitor-document/check', async (_, request, { signal }) => ({
    kind: 'json',
    value: await pool.checkDocument(parseDocumentCheck(request.json()), signal),
  }));
  router.route('POST', 'analyzer/check', async (source, request, { signal }) => ({
    kind: 'json',
    value: await pool.checkAnalyzer(source, parseAnalyzerCheck(request.json()), signal),
  }));
}

/** What Grafana may ask of the profiles data source, answered by the pool. */
export function pluginDefinition(pool: QueryPool, now: () => number = Date.now): PluginDefinition<Source> {
  return {
    pluginId,
    createInstance: sourceOf,
    async queryData(source, query: DataQuery, call) {
      const { model, queryType, fromMs, toMs, maxDataPoints } = query;
      const request = {
        query: parseQuery(model, queryType),
        fromMs,
        toMs,
        maxDataPoints,
        isAlert: call.fromAlert,
        nowMs: now(),
      };
      return pool.query(source, request, call.signal);
    },
    checkHealth: (source, { signal }) => health(pool, source, signal),
    resources: (router) => resources(pool, router),
    describeError: describe,
  };
}
