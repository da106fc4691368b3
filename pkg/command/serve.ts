import { availableParallelism } from 'node:os';
import { servePlugin } from '../grafana/index.ts';
import { operatorOptions } from '../query/index.ts';
import { QueryPool } from '../worker/index.ts';
import { pluginDefinition } from './plugin-definition.ts';
import { spawnWorker } from './spawn-worker.ts';

/** The SDK turns what is printed into lines of Grafana's log. */
function reportThreadEnd(reason: string): void {
  console.error(`a computing thread ended and is started again when it is needed: ${reason}`);
}

/** Serves Grafana until it says stop. */
export async function serve(): Promise<void> {
  const operator = operatorOptions(process.env, availableParallelism());
  const pool = new QueryPool({ operator, spawn: spawnWorker, onThreadEnd: reportThreadEnd });
  await servePlugin(pluginDefinition(pool), { queryTimeoutMs: operator.queryTimeoutSeconds * 1000 });
  // After the handshake: Grafana waits for that, and for nothing else.
  pool.warm();
}
