import type { EncodedFrame } from '../grafana/frames.ts';
import type { QueryPlan } from './plan.ts';
import type { UnitResult } from './unit-result.ts';

/**
 * Makes one frame of an answer.
 *
 * @param isFirst whether it is the first of the whole answer: the remarks on all of it stand there
 */
export type FrameMaker = (isFirst: boolean) => EncodedFrame;

/**
 * The frames of one column. Nobody knows here whether an earlier column has any, so where the answer has remarks the
 * first frame is made twice, with and without them; `finishQuery` takes one.
 */
export function framesOfColumn({ notices }: QueryPlan, makers: readonly FrameMaker[]): UnitResult {
  const [first] = makers;
  const frames = makers.map((make) => make(false));
  return first === undefined || notices.length === 0
    ? { kind: 'frames', frames }
    : { kind: 'frames', frames, lead: first(true) };
}

/** The frames of all columns in order; the remarks on the whole answer stand in the first. */
export function joinFrames(results: readonly UnitResult[]): readonly EncodedFrame[] {
  const joined: EncodedFrame[] = [];
  for (const result of results) {
    if (result.kind === 'frames') {
      const isFirst = joined.length === 0 && result.frames.length > 0;
      joined.push(...(isFirst && result.lead ? [result.lead, ...result.frames.slice(1)] : result.frames));
    }
  }
  return joined;
}
