import type { Baseline, ProfileSide } from '../../../pkg/contract/index.ts';
import { countText } from './number.ts';

/** What the target is compared with, in few words. */
export function baselineLabel(spec: Baseline | null): string {
  switch (spec?.type) {
    case 'TrailingWindow':
      return spec.size === 1 ? 'batch before' : `${spec.size} batches before`;
    case 'Reference':
      return `reference ${spec.profileId}`;
    case undefined:
      return 'baseline';
  }
}

/** `n 48,210`; null for an absent side. */
export function sizeLabel(side: ProfileSide | null): string | null {
  return side === null ? null : countText(side.n);
}
