import { parseRoots } from '../store/index.ts';
import { RequestError } from './error.ts';

/** What the operator of the Grafana server allows, for all data sources together. Plain data. */
export interface OperatorOptions {
  /** Folders below which stores may lie. Default none: without them no folder can be read. */
  readonly roots: readonly string[];
  /** Threads that decode and compute, beside the one that talks to Grafana and the one that keeps the catalog. */
  readonly threads: number;
  /**
   * Mebibytes that opened profiles and decoded columns may take in all threads together. Default 208: a quarter of it
   * holds the opened profiles of a year of three segments, and a quarter of a thousand columns, asked again and again,
   * leaves the process below 400 MiB (bench/engine).
   */
  readonly memoryMiB: number;
  /** Seconds after which a query is given up. Default 60; panels have no limit of their own, alert rules 30 s. */
  readonly queryTimeoutSeconds: number;
  /** Most series, numbers or rows that one query may give. Default 10,000: above it browsers stop, not we. */
  readonly maxSeries: number;
}

export const mostThreads = 16;

/** Half of the machine's cores, at least one, at most four: Grafana and its other plugins want the rest. */
export function defaultThreads(cores: number): number {
  return Math.max(1, Math.min(4, Math.floor(cores / 2)));
}

function wholeNumber(text: string | undefined, key: string, byDefault: number, least: number, most: number): number {
  if (text === undefined || text.trim() === '') {
    return byDefault;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RequestError(
      'bad-option',
      `${key} in [plugin.driftglass-profiles-datasource] is "${text}"; a whole number from ${least} to ${most} is expected`
    );
  }
  return value;
}

/**
 * Reads the keys of `[plugin.driftglass-profiles-datasource]` in Grafana's ini, which arrive as GF_PLUGIN_<KEY>.
 *
 * @param environment the process' environment
 * @param cores processor cores of the machine
 * @throws RequestError bad-option, StoreError: a plugin that starts with a mistaken limit would hide it
 */
export function operatorOptions(
  environment: Readonly<Record<string, string | undefined>>,
  cores: number
): OperatorOptions {
  const key = (name: string): string | undefined => environment[`GF_PLUGIN_${name.toUpperCase()}`];
  return {
    roots: parseRoots(key('roots')),
    threads: wholeNumber(key('threads'), 'threads', defaultThreads(cores), 1, mostThreads),
    memoryMiB: wholeNumber(key('memory_mib'), 'memory_mib', 208, 32, 65_536),
    queryTimeoutSeconds: wholeNumber(key('query_timeout_seconds'), 'query_timeout_seconds', 60, 1, 3600),
    maxSeries: wholeNumber(key('max_series'), 'max_series', 10_000, 1, 1_000_000),
  };
}
