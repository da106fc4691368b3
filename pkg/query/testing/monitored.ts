import type { ReadFrame } from './read-frame.ts';
import { column, profileOf } from './ask.ts';
import { MemoryStore } from './memory-store.ts';

/** An analyzer of column `a` with a fixed upper bound of 4 on the mean. */
export function analyzerOf(changes: object = {}): object {
  return {
    id: 'mean-analyzer',
    schedule: { type: 'fixed', cadence: 'daily' },
    targetMatrix: { type: 'column', include: ['a'] },
    config: { type: 'fixed', metric: 'mean', upper: 4 },
    ...changes,
  };
}

export function monitorOf(changes: object = {}): object {
  return {
    id: 'mean-monitor',
    analyzerIds: ['mean-analyzer'],
    schedule: { type: 'immediate' },
    mode: { type: 'EVERY_ANOMALY' },
    actions: [],
    ...changes,
  };
}

export function documentOf(changes: object = {}): object {
  return {
    orgId: 'org-1',
    datasetId: 'd',
    granularity: 'daily',
    analyzers: [analyzerOf()],
    monitors: [monitorOf()],
    ...changes,
  };
}

/** Profiles of 1 to 5 March 2013 whose column `a` has the values 1, 3, 5, 7, 2, and the document beside them. */
export function monitoredStore(
  document: unknown = documentOf(),
  more: Readonly<Record<string, Uint8Array | Error>> = {}
): MemoryStore {
  const profiles = [1, 3, 5, 7, 2].map((value, i): [string, Uint8Array] => [
    `d/${i + 1}.bin`,
    profileOf(`2013-03-0${i + 1}`, column('a', [value])),
  ]);
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return new MemoryStore({
    ...Object.fromEntries(profiles),
    ...(document === null ? {} : { 'd/monitor.json': new TextEncoder().encode(text) }),
    ...more,
  });
}

/** The numbers of the frames, by their labels `series`, or else by their names. */
export function seriesOf(frames: readonly ReadFrame[]): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    frames.map(({ fields }) => {
      const value = fields.at(-1);
      return [value?.labels['series'] ?? value?.name ?? '', value?.values ?? []];
    })
  );
}

/** Every notice of an answer, as `severity: text`. */
export function noticesOf(frames: readonly ReadFrame[]): readonly string[] {
  return frames.flatMap(({ meta }) => (meta.notices ?? []).map(({ severity, text }) => `${severity}: ${text}`));
}
