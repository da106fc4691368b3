import { distanceMetrics, type DistanceName, type JsonObject } from '../../../pkg/contract/index.ts';
import { numberAt, textAt } from './json.ts';
import type { Judgement } from './profile-model.ts';

function algorithmOf(json: JsonObject): DistanceName | null {
  const name = textAt(json, 'algorithm');
  return distanceMetrics.find((known) => known === name) ?? null;
}

export interface SidesPresent {
  readonly hasTarget: boolean;
  readonly hasBaseline: boolean;
}

/**
 * The verdict of `meta.custom`. A verdict whose numbers are missing counts as not judged: a panel never says "drift"
 * without the number and the threshold. Without any verdict (an older data source) it is what the sides allow.
 */
export function parseJudgement(json: JsonObject, { hasTarget, hasBaseline }: SidesPresent): Judgement {
  const verdict = textAt(json, 'verdict');
  const algorithm = algorithmOf(json);
  const distance = numberAt(json, 'distance');
  const threshold = numberAt(json, 'threshold');
  switch (verdict) {
    case 'anomaly':
    case 'ok':
      return algorithm === null || distance === null || threshold === null
        ? { state: 'not-judged', algorithm, distance }
        : { state: verdict, algorithm, distance, threshold };
    case 'no-baseline':
    case 'no-target':
    case 'not-enough-data':
    case 'failed':
      return { state: verdict };
    case 'not-judged':
      return { state: 'not-judged', algorithm, distance };
    default:
      return hasTarget && hasBaseline
        ? { state: 'not-judged', algorithm, distance }
        : { state: hasTarget ? 'no-baseline' : 'no-target' };
  }
}
