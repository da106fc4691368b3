import { ignored, same, type ShapeFacts } from './fact.ts';

const datasetId = ignored('Documented, and not read by the engine.');
const inheritSegment = ignored('Documented, and not read by the engine.');
const exclusion = same('Such buckets count as missing and are not replaced by older ones.');

/** What a target is compared with. */
export const baselineShapes = {
  TrailingWindow: {
    name: 'baseline TrailingWindow',
    keys: {
      type: same('The buckets just before the target.'),
      size: same('7 where absent; an editor saves 4 to 90.'),
      offset: ignored('Documented as a distance; the window ends just before the target.'),
      exclusionRanges: exclusion,
      exclusionSchedule: exclusion,
      inheritSegment,
      datasetId,
    },
  },
  TimeRange: {
    name: 'baseline TimeRange',
    keys: { type: same('All buckets of the range.'), range: same('Half-open.'), inheritSegment, datasetId },
  },
  Reference: {
    name: 'baseline Reference',
    keys: {
      type: same('All profiles with the id, merged.'),
      profileId: same('Their folder below reference/.'),
      inheritSegment,
      datasetId,
    },
  },
  CurrentBatch: {
    name: 'baseline CurrentBatch',
    keys: {
      type: same('One bucket.'),
      offset: same('Required: the engine fails without it.'),
      inheritSegment,
      datasetId: ignored('Demanded by the schema, and not read by the engine.'),
    },
  },
  expected: {
    name: 'expected value',
    keys: { str: same('A text.'), int: same('A whole number.'), float: same('A number.') },
  },
} as const satisfies Readonly<Record<string, ShapeFacts>>;
