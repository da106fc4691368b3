import type { ProfileFrameMeta, ProfileQuery } from '../contract/index.ts';
import { categoriesFrame, contributionsFrame, histogramFrame } from '../contract/index.ts';
import type { EncodedFrame } from '../grafana/frames.ts';
import { encodeFrame } from '../grafana/frames.ts';
import type { FrameMaker } from './frames-of-column.ts';
import { framesOfColumn } from './frames-of-column.ts';
import type { PlannedSegment } from './plan.ts';
import type { ProfileAnswer } from './profile-answer.ts';
import { profileAnswer } from './profile-answer.ts';
import { frameMeta, provenanceOf } from './provenance.ts';
import type { UnitContext } from './unit-context.ts';
import { isSelected } from './unit-context.ts';
import type { UnitResult } from './unit-result.ts';

function framesOf({ plan }: UnitContext, segment: PlannedSegment, answer: ProfileAnswer): readonly FrameMaker[] {
  const { name, subject, fields, contributions, failures } = answer;
  const custom: ProfileFrameMeta = { ...provenanceOf(plan, segment), ...subject };
  const shape = (isFirst: boolean): EncodedFrame =>
    encodeFrame({
      type: 'custom',
      metaType: subject.shape === 'histogram' ? histogramFrame : categoriesFrame,
      name,
      meta: { ...frameMeta(plan, segment, isFirst, { failures }), custom },
      fields,
    });
  const shares = (): EncodedFrame =>
    encodeFrame({ type: 'custom', metaType: contributionsFrame, name, meta: { custom }, fields: contributions ?? [] });
  return contributions === null ? [shape] : [shape, shares];
}

/**
 * The frames of one column, for each segment that has it: target and baseline over common bins or categories, and
 * behind a histogram that was compared the analyzer's bins with their shares of the distance.
 */
export async function profileFrames(context: UnitContext, column: string, query: ProfileQuery): Promise<UnitResult> {
  const makers: FrameMaker[] = [];
  if (await isSelected(context, column)) {
    for (const segment of context.plan.segments) {
      const answer = await profileAnswer(context, segment, column, query);
      if (answer !== null) {
        makers.push(...framesOf(context, segment, answer));
      }
    }
  }
  return framesOfColumn(context.plan, makers);
}
