import { duplicateText, firstRepeated } from './check-layout.ts';
import { FrameError } from './frame-error.ts';
import type { EncodedFrame, FrameType } from './frame.ts';

/** Frames that are read by contract: Grafana looks at the first one's type and reads all others as if they had it. */
const contract: ReadonlySet<FrameType> = new Set([
  'timeseries-multi',
  'timeseries-wide',
  'numeric-multi',
  'numeric-long',
  'no-data',
]);

/** Of these Grafana reads the first and ignores the rest. */
const single: ReadonlySet<FrameType> = new Set(['timeseries-wide', 'numeric-long', 'no-data']);

/**
 * Checks what one frame cannot know: that the frames of a refId are read together as they were meant.
 *
 * @throws FrameError `mixed-types`, `duplicate-identity`
 */
export function checkAnswer(frames: readonly EncodedFrame[]): void {
  const types = new Set(frames.map(({ type }) => type));
  const [typed] = [...types].filter((type) => contract.has(type));
  if (typed !== undefined && types.size > 1) {
    throw new FrameError(
      'mixed-types',
      `frames of the types ${[...types].join(', ')} in one answer: beside ${typed} every frame must be ${typed}`
    );
  }
  if (typed !== undefined && single.has(typed) && frames.length > 1) {
    throw new FrameError(
      'mixed-types',
      `${frames.length} frames of the type ${typed} in one answer: Grafana reads only the first`
    );
  }
  const twice = firstRepeated(frames.flatMap(({ identities }) => identities));
  if (twice !== null) {
    throw new FrameError('duplicate-identity', duplicateText(twice));
  }
}
