import { availableParallelism } from 'node:os';
import type { PluginDefinition } from '../grafana/index.ts';
import { servePlugin } from '../grafana/index.ts';
import type { OperatorOptions } from '../query/index.ts';
import { operatorOptions } from '../query/index.ts';
import type { Source } from '../worker/index.ts';
import { QueryPool } from '../worker/index.ts';
import { pluginDefinition } from './plugin-definition.ts';
import { spawnWorker } from './spawn-worker.ts';

/** The SDK turns what is printed into lines of Grafana's log. */
function reportThreadEnd(reason: string): void {
  console.error(`a computing thread ended and is started again when it is needed: ${reason}`);
}

/** Threads start when they are first needed: an idle data source should cost a Grafana as little as it can. */
function definitionFor(operator: OperatorOptions): PluginDefinition<Source> {
  return pluginDefinition(new QueryPool({ operator, spawn: spawnWorker, onThreadEnd: reportThreadEnd }));
}

function readOperator(): OperatorOptions | Error {
  try {
    return operatorOptions(process.env, availableParallelism());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Serves Grafana until it says stop. A mistaken setting of the operator ends it at once, with a line in the log. */
export async function serve(): Promise<void> {
  const operator = readOperator();
  // Thrown while the SDK loads the definition, so that it becomes one line of the log and not a bare stack trace.
  if (operator instanceof Error) {
    await servePlugin(() => Promise.reject(operator));
    return;
  }
  await servePlugin(definitionFor(operator), { queryTimeoutMs: operator.queryTimeoutSeconds * 1000 });
}
