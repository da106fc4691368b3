import type { Baseline } from '../../../pkg/contract/index.ts';

const batchNames: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
};

/** What the target is compared with, in few words. */
export function baselineLabel(spec: Baseline | null, granularity: string | null): string {
  const batch = batchNames[granularity ?? ''] ?? 'batch';
  const batches = batch === 'batch' ? 'batches' : `${batch}s`;
  switch (spec?.type) {
    case 'TrailingWindow':
      return spec.size === 1 ? `${batch} before` : `${spec.size} ${batches} before`;
    case 'Reference':
      return `reference ${spec.profileId}`;
    case undefined:
      return 'baseline';
  }
}
