import type { DataFrame } from '@grafana/data';
import { type Baseline, isJsonObject, type JsonObject, type ProfileSide } from '../../../pkg/contract/index.ts';
import { numberAt, objectAt, textAt } from './json.ts';
import { parseJudgement } from './parse-judgement.ts';
import { parseSide } from './parse-side.ts';
import type { Judgement, Notice } from './profile-model.ts';

/** What a frame says of itself, beside its cells. */
export interface FrameFacts {
  readonly judgement: Judgement;
  readonly verdictSentence: string | null;
  readonly targetFacts: ProfileSide | null;
  readonly baselineFacts: ProfileSide | null;
  readonly baselineSpec: Baseline | null;
  readonly granularity: string | null;
  readonly notices: readonly Notice[];
  readonly missing: readonly string[];
}

/** Number of values in a side's cells; null for a side that the frame has no fields of. */
export interface CellTotals {
  readonly target: number | null;
  readonly baseline: number | null;
}

/** Without these the panel can say less than it was made for. */
const expectedKeys = ['column', 'labels', 'verdict', 'sentence', 'target', 'baselineSpec'] as const;

/** `meta.custom` of a frame, or an empty object. */
export function customOf(frame: DataFrame): JsonObject {
  const custom: unknown = frame.meta?.custom;
  return isJsonObject(custom) ? custom : {};
}

function parseBaselineSpec(json: JsonObject): Baseline | null {
  const spec = objectAt(json, 'baselineSpec');
  if (spec === null) {
    return null;
  }
  const [type, size, profileId] = [textAt(spec, 'type'), numberAt(spec, 'size'), textAt(spec, 'profileId')];
  if (type === 'TrailingWindow' && size !== null) {
    return { type, size };
  }
  return type === 'Reference' && profileId !== null ? { type, profileId } : null;
}

/**
 * A side that has cells has facts, if only how many values there are; one that has none may still have them (a column of
 * missing values only).
 */
function sideFacts(json: JsonObject, key: 'target' | 'baseline', total: number | null): ProfileSide | null {
  const side = objectAt(json, key);
  return side === null && total === null ? null : parseSide(side ?? {}, total ?? 0);
}

/** Reads everything but the cells. Never fails: what is not said is null and named in `missing`. */
export function parseFacts(frame: DataFrame, totals: CellTotals): FrameFacts {
  const json = customOf(frame);
  return {
    judgement: parseJudgement(json, { hasTarget: totals.target !== null, hasBaseline: totals.baseline !== null }),
    verdictSentence: textAt(json, 'sentence'),
    targetFacts: sideFacts(json, 'target', totals.target),
    baselineFacts: sideFacts(json, 'baseline', totals.baseline),
    baselineSpec: parseBaselineSpec(json),
    granularity: textAt(json, 'granularity'),
    notices: (frame.meta?.notices ?? []).map(({ severity, text }) => ({ severity, text })),
    // Null is an answer (no baseline was asked for), absence is none.
    missing: expectedKeys.filter((key) => json[key] === undefined),
  };
}
