import type { Baseline, DistanceName, ProfileVerdict } from '../contract/index.ts';
import type { BucketSize } from '../timeline/index.ts';
import { countText, toldApart } from './number-text.ts';
import type { SideState } from './side-state.ts';

/** What a verdict is made from. */
export interface Findings {
  readonly algorithm: DistanceName;
  readonly threshold: number | null;
  /** Null where there is none to compute, or no way to. */
  readonly distance: number | null;
  readonly target: SideState;
  readonly baseline: SideState;
  readonly baselineSpec: Baseline | null;
  readonly size: BucketSize;
}

export interface Judgement {
  readonly verdict: ProfileVerdict;
  readonly sentence: string;
}

const distanceTexts: Readonly<Record<DistanceName, string>> = {
  hellinger: 'The Hellinger distance',
  jensenshannon: 'The Jensen-Shannon distance',
  kl_divergence: 'The KL divergence',
  psi: 'The population stability index',
};

const unitTexts: Readonly<Record<BucketSize, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
};

function baselineText(spec: Baseline, size: BucketSize): string {
  if (spec.type === 'Reference') {
    return `the reference "${spec.profileId}"`;
  }
  const unit = unitTexts[size];
  return spec.size === 1 ? `the ${unit} before` : `the ${spec.size} ${unit}s before`;
}

/** "3 rows, 3 of them missing". */
function rowsText({ rows, nulls }: SideState): string {
  const missing = nulls === null || nulls === 0 ? '' : `, ${countText(nulls)} of them missing`;
  return `${countText(rows ?? 0)} ${rows === 1 ? 'row' : 'rows'}${missing}`;
}

function valuesText(n: number): string {
  return `${countText(n)} ${n === 1 ? 'value' : 'values'}`;
}

function failedText({ failures, buckets }: SideState): string {
  const [reason = ''] = failures;
  const batches = buckets === 1 ? 'it' : `${failures.length} of its ${buckets} batches`;
  return `${batches} cannot be read: ${reason}`;
}

function isAbsent({ batches, failures }: SideState): boolean {
  return batches === 0 && failures.length === 0;
}

/**
 * The verdict on a target and the sentence that says it. `anomaly` is a distance strictly above the threshold. What
 * cannot be judged says why; the first of these reasons that holds is named: an unreadable side, an absent one, one
 * without values.
 */
export function profileVerdict(findings: Findings): Judgement {
  const { algorithm, threshold, distance, target, baseline, baselineSpec, size } = findings;
  const when = target.name;
  if (target.failures.length > 0) {
    return { verdict: 'failed', sentence: `The target, ${when}, cannot be judged: ${failedText(target)}` };
  }
  if (isAbsent(target)) {
    return { verdict: 'no-target', sentence: `There is no profile of this column for ${when}.` };
  }
  if (target.n === 0) {
    return { verdict: 'not-enough-data', sentence: `There is no value in ${when}: ${rowsText(target)}.` };
  }
  if (baselineSpec === null) {
    return { verdict: 'not-judged', sentence: `${valuesText(target.n)} in ${when}, compared with nothing.` };
  }
  const from = baselineText(baselineSpec, size);
  if (baseline.failures.length > 0) {
    return { verdict: 'failed', sentence: `There is no distance from ${from}: ${failedText(baseline)}` };
  }
  if (isAbsent(baseline)) {
    const isOne = baselineSpec.type === 'Reference' || baselineSpec.size === 1;
    const sentence = `${valuesText(target.n)} in ${when}; ${from} ${isOne ? 'has' : 'have'} no profile of this column to compare them with.`;
    return { verdict: 'no-baseline', sentence };
  }
  if (baseline.n === 0) {
    return { verdict: 'not-enough-data', sentence: `There is no value in ${from}: ${rowsText(baseline)}.` };
  }
  if (distance === null) {
    const sentence = `There is no distance of ${when} from ${from}: the values include infinities, or are numbers on one side and texts on the other.`;
    return { verdict: 'failed', sentence };
  }
  const subject = `${distanceTexts[algorithm]} of ${when} from ${from}`;
  const counts = `${valuesText(target.n)} against ${countText(baseline.n)}`;
  const [distanceText, thresholdText] = toldApart(distance, threshold);
  if (threshold === null) {
    return { verdict: 'not-judged', sentence: `${subject} is ${distanceText}: ${counts}.` };
  }
  return distance > threshold
    ? {
        verdict: 'anomaly',
        sentence: `${subject} is ${distanceText}, above the threshold ${thresholdText}: ${counts}.`,
      }
    : {
        verdict: 'ok',
        sentence: `${subject} is ${distanceText}, not above the threshold ${thresholdText}: ${counts}.`,
      };
}
