import type { OperatorOptions } from './index.ts';
import { defaultThreads, mostThreads, operatorOptions } from './index.ts';

const defaults: OperatorOptions = {
  roots: [],
  threads: 2,
  memoryMiB: 208,
  queryTimeoutSeconds: 60,
  maxSeries: 10_000,
};

describe("the operator's options", () => {
  it.each<[string, Record<string, string | undefined>, Partial<OperatorOptions>]>([
    ['nothing', {}, {}],
    ['blank texts', { GF_PLUGIN_THREADS: '', GF_PLUGIN_MEMORY_MIB: '  ', GF_PLUGIN_ROOTS: ' ' }, {}],
    ['what is not ours', { THREADS: '9', GF_PLUGIN_OTHER: 'x', gf_plugin_threads: '9' }, {}],
    ['roots', { GF_PLUGIN_ROOTS: '/data, /srv' }, { roots: ['/data', '/srv'] }],
    ['threads', { GF_PLUGIN_THREADS: '1' }, { threads: 1 }],
    ['the most threads', { GF_PLUGIN_THREADS: '16' }, { threads: mostThreads }],
    ['memory', { GF_PLUGIN_MEMORY_MIB: ' 32 ' }, { memoryMiB: 32 }],
    ['time', { GF_PLUGIN_QUERY_TIMEOUT_SECONDS: '3600' }, { queryTimeoutSeconds: 3600 }],
    ['series', { GF_PLUGIN_MAX_SERIES: '1000000' }, { maxSeries: 1_000_000 }],
  ])('with %s', (_, environment, expected) => {
    expect(operatorOptions(environment, 4)).toEqual({ ...defaults, ...expected });
  });

  it.each([
    ['threads', '0', 1, 16],
    ['threads', '17', 1, 16],
    ['threads', '1.5', 1, 16],
    ['threads', 'all', 1, 16],
    ['threads', 'NaN', 1, 16],
    ['memory_mib', '31', 32, 65_536],
    ['memory_mib', '-256', 32, 65_536],
    ['memory_mib', '256 MiB', 32, 65_536],
    ['query_timeout_seconds', '0', 1, 3600],
    ['query_timeout_seconds', '3601', 1, 3600],
    ['query_timeout_seconds', 'Infinity', 1, 3600],
    ['max_series', '0', 1, 1_000_000],
    ['max_series', '1000001', 1, 1_000_000],
  ])('refuse %s = %p', (key, text, least, most) => {
    const message = `${key} in [plugin.driftglass-profiles-datasource] is "${text}"; a whole number from ${least} to ${most} is expected`;
    expect(() => operatorOptions({ [`GF_PLUGIN_${key.toUpperCase()}`]: text }, 4)).toThrow(
      expect.objectContaining({ name: 'RequestError', code: 'bad-option', message }) as Error
    );
  });

  it('refuse a root that is relative', () => {
    expect(() => operatorOptions({ GF_PLUGIN_ROOTS: 'data' }, 4)).toThrow(/"data" is not an absolute path$/);
  });

  it.each([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [7, 3],
    [8, 4],
    [64, 4],
  ])('on %d cores have %d threads', (cores, threads) => {
    expect(defaultThreads(cores)).toBe(threads);
    expect(operatorOptions({}, cores).threads).toBe(threads);
  });
});
