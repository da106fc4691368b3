import type { DistanceName, ProfileVerdict } from '../../../pkg/contract/index.ts';
import type { Judgement, ProfileModel } from '../model/profile-model.ts';
import { distanceText } from './number.ts';

/** The verdict's words. `title` alone must be enough where there is no room. */
export interface VerdictWords {
  readonly state: ProfileVerdict;
  readonly title: string;
  /** Name of the distance, such as `Hellinger`; null where there is no number. */
  readonly algorithm: string | null;
  /** Number and threshold, such as `0.31 > 0.2`. */
  readonly numbers: string | null;
}

const titles: Record<ProfileVerdict, string> = {
  anomaly: 'Drift',
  ok: 'No drift',
  'not-judged': 'Not judged',
  'no-baseline': 'No baseline',
  'no-target': 'No target',
  'not-enough-data': 'Not enough data',
  failed: 'Analysis failed',
};

const algorithms: Record<DistanceName, string> = {
  hellinger: 'Hellinger',
  jensenshannon: 'Jensen–Shannon',
  kl_divergence: 'KL divergence',
  psi: 'PSI',
};

/** Distance and threshold. With few digits both could look equal when they are not: then they are told exactly. */
function comparisonText(distance: number, sign: string, threshold: number): string {
  const [value, bound] = [distanceText(distance), distanceText(threshold)];
  return value === bound && distance !== threshold ? `${distance} ${sign} ${threshold}` : `${value} ${sign} ${bound}`;
}

function numbersOf(judgement: Judgement): string | null {
  switch (judgement.state) {
    case 'anomaly':
      return comparisonText(judgement.distance, '>', judgement.threshold);
    case 'ok':
      return comparisonText(judgement.distance, '≤', judgement.threshold);
    case 'not-judged':
      return judgement.distance === null ? null : distanceText(judgement.distance);
    default:
      return null;
  }
}

/** The verdict in words. */
export function verdictWords({ judgement }: Pick<ProfileModel, 'judgement'>): VerdictWords {
  const numbers = numbersOf(judgement);
  const algorithm = 'algorithm' in judgement ? judgement.algorithm : null;
  return {
    state: judgement.state,
    title: titles[judgement.state],
    algorithm: numbers === null || algorithm === null ? null : algorithms[algorithm],
    numbers,
  };
}

/** The verdict as one text: `Drift, Hellinger 0.31 > 0.2`. */
export function verdictText(profile: Pick<ProfileModel, 'judgement'>): string {
  const { title, algorithm, numbers } = verdictWords(profile);
  return numbers === null ? title : `${title}, ${algorithm === null ? '' : `${algorithm} `}${numbers}`;
}
